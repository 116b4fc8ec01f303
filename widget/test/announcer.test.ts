import assert from "node:assert/strict";
import { test } from "node:test";
import { SpokenText } from "../src/spoken-text";

test("a growing text is spoken by whole sentences, each once", () => {
  const spoken = new SpokenText();
  assert.equal(spoken.grow("Ouvrez le me"), "");
  assert.equal(spoken.grow("Ouvrez le menu. Puis"), "Ouvrez le menu.");
  assert.equal(spoken.grow("Ouvrez le menu. Puis cliquez"), "");
  assert.equal(spoken.finish("Ouvrez le menu. Puis cliquez."), "Puis cliquez.");
});

test("a text that was not streamed is spoken whole", () => assert.equal(new SpokenText().finish("Bonjour. Je suis une IA."), "Bonjour. Je suis une IA."));

test("a final text that differs from the stream is spoken again from its beginning", () => {
  const spoken = new SpokenText();
  spoken.grow("Je cherche. Un instant");
  assert.equal(spoken.finish("Voici la réponse."), "Voici la réponse.");
  assert.equal(spoken.finish("La suite."), "La suite.");
});

test("a sentence already spoken leaves nothing to say", () => {
  const spoken = new SpokenText();
  assert.equal(spoken.grow("Fait. "), "Fait.");
  assert.equal(spoken.finish("Fait."), "");
});
