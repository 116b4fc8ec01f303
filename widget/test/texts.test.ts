import assert from "node:assert/strict";
import { test } from "node:test";
import { en, launcherEn } from "../src/texts/en";
import { fr, launcherFr } from "../src/texts/fr";

/** Every sentence of a language, with stand-ins for what is filled in. */
function sentences(texts: object): string[] {
  return Object.values(texts).flatMap((value: unknown) => {
    if (typeof value === "function") return [String(value(1)), String(value(2)), String(value("Nom"))];
    return value && typeof value === "object" ? sentences(value) : [String(value)];
  });
}

test("French has typographic apostrophes and narrow no-break spaces", () => {
  for (const text of [...sentences(fr), ...sentences(launcherFr)]) {
    assert.doesNotMatch(text, /'/, text);
    assert.doesNotMatch(text, /[^\u202F][;:!?]/, text);
    assert.doesNotMatch(text, /«[^\u202F]|[^\u202F]»/, text);
    assert.doesNotMatch(text, /\.\.\./, text);
  }
});

test("English has typographic quotes and no French spacing", () => {
  for (const text of [...sentences(en), ...sentences(launcherEn)]) assert.doesNotMatch(text, /['"\u202F]|\.\.\./, text);
});

test("nothing is empty", () => {
  for (const text of [...sentences(fr), ...sentences(en), ...sentences(launcherFr), ...sentences(launcherEn)]) assert.notEqual(text.trim(), "");
});
