import assert from "node:assert/strict";
import { test } from "node:test";
import { quoted } from "../src/desk/quote";

test("steps become sentences, and a sentence that is cut off is left out", () =>
  assert.equal(
    quoted("Test another USB port. 2. Still dead? Order a headset from this chat. 3. Say that the old one is broken and…"),
    "Test another USB port. Still dead? Order a headset from this chat.",
  ));

test("a number whose step is cut off goes too", () => assert.equal(quoted("Débranchez le casque. 3. Choisissez-le dans Teams. 4.…"), "Débranchez le casque. Choisissez-le dans Teams."));

test("one sentence that is cut off is better than nothing", () => assert.equal(quoted("Ouvrez le menu Démarrer puis choisissez…"), "Ouvrez le menu Démarrer puis choisissez…"));

test("what is whole stays as it is, numbers in sentences too", () => assert.equal(quoted("Windows 11. Attendez 5 minutes, version 2.4."), "Windows 11. Attendez 5 minutes, version 2.4."));
