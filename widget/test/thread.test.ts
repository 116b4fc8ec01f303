import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../src/contract";
import type { Unsent } from "../src/outbox-store";
import { Thread } from "../src/thread";

const message = (seq: number, kind: Message["author"]["kind"], text: string, more: Partial<Message> = {}): Message => ({
  seq, id: `m${seq}`, at: "2026-11-22T10:15:00+01:00", author: { kind }, kind: "text", text, ...more,
});
const said = (clientId: string, label: string): Unsent => ({ clientId, conversation: "c", utterance: { clientId, text: label }, label, at: 1 });
const event = (name: string, data: unknown): { event: string; data: string } => ({ event: name, data: JSON.stringify(data) });
const thread = (...messages: Message[]): Thread => new Thread({ id: "c", state: "bot", messages });

test("a message comes once, and in order, however often it is told", () => {
  const t = thread(message(1, "assistant", "a"));
  assert.ok(t.hear(event("message", message(3, "assistant", "c"))));
  assert.ok(t.hear(event("message", message(2, "assistant", "b"))));
  assert.equal(t.hear(event("message", message(3, "assistant", "c"))), undefined);
  assert.deepEqual(t.messages.map(({ seq }) => seq), [1, 2, 3]);
});

test("what the assistant was writing is not shown any more once a person speaks", () => {
  const t = thread(message(1, "employee", "a"));
  t.hear(event("delta", { turn: "1", text: "Open the" }));
  assert.equal(t.live?.text, "Open the");
  t.hear(event("state", { state: "held", agent: "Samuel" }));
  t.hear(event("message", message(2, "system", "Samuel is here")));
  t.hear(event("delta", { turn: "1", text: " settings" }));
  assert.equal(t.live, undefined);
});

test("only the newest way out of the queue, or back from a person, can be pressed", () => {
  const leave = [{ id: "handover:leave", label: "x" }];
  const t = thread(message(1, "employee", "a"), message(2, "system", "you wait", { choices: leave }));
  t.hear(event("state", { state: "offered" }));
  assert.ok(t.isLive(t.messages[1]!, 1));
  t.hear(event("state", { state: "held", agent: "Samuel" }));
  t.hear(event("message", message(3, "system", "Samuel is here", { choices: leave })));
  assert.deepEqual([1, 2].map((index) => t.isLive(t.messages[index]!, index)), [false, true]);
  t.hear(event("state", { state: "bot" }));
  assert.ok(!t.isLive(t.messages[2]!, 2));
});

test("the bubble gives way to the message with its clientId", () => {
  const t = thread();
  t.waiting = [said("x", "Bonjour")];
  t.accepted(said("x", "Bonjour"), 2);
  t.waiting = [];
  assert.equal(t.pending.length, 1);
  t.hear(event("message", message(2, "employee", "Bonjour", { clientId: "x" })));
  assert.equal(t.pending.length, 0);
});

test("without clientId the number decides, then the words", () => {
  const t = thread();
  t.accepted(said("x", "Oui"), 2);
  t.accepted(said("y", "Oui"), 4);
  t.hear(event("message", message(4, "employee", "Oui")));
  assert.deepEqual(t.pending.map(({ clientId }) => clientId), ["x"]);
  t.hear(event("message", message(3, "employee", "Oui")));
  assert.equal(t.pending.length, 0);
});

test("the echo may come before the receipt", () => {
  const t = thread();
  t.waiting = [said("x", "Bonjour")];
  t.hear(event("message", message(2, "employee", "Bonjour")));
  t.accepted(said("x", "Bonjour"), 2);
  t.waiting = [];
  assert.equal(t.pending.length, 0);
});

test("busy from saying until idle, even when idle comes before the receipt", () => {
  const t = thread();
  t.waiting = [said("x", "Bonjour")];
  assert.ok(t.busy);
  t.hear(event("message", message(2, "employee", "Bonjour", { clientId: "x" })));
  t.hear(event("message", message(3, "assistant", "Oui")));
  t.hear(event("idle", { seq: 2 }));
  t.accepted(said("x", "Bonjour"), 2);
  t.waiting = [];
  assert.equal(t.busy, false);
});

test("an idle for an earlier message does not end a later one", () => {
  const t = thread();
  t.accepted(said("x", "un"), 2);
  t.accepted(said("y", "deux"), 3);
  t.hear(event("idle", { seq: 2 }));
  assert.equal(t.unanswered, 3);
});

test("live text grows by pieces, or by repeats of the whole", () => {
  const t = thread();
  t.hear(event("delta", { turn: "1", text: "Ouvrez" }));
  t.hear(event("delta", { turn: "1", text: " le menu" }));
  assert.equal(t.live?.text, "Ouvrez le menu");
  t.hear(event("delta", { turn: "1", text: "Ouvrez le menu Démarrer" }));
  assert.equal(t.live?.text, "Ouvrez le menu Démarrer");
  t.hear(event("message", message(3, "assistant", "Ouvrez le menu Démarrer.")));
  assert.equal(t.live, undefined);
});

test("live text that does not stand begins anew", () => {
  const t = thread();
  t.hear(event("delta", { turn: "1", text: "Ouvrez" }));
  t.hear(event("delta", { turn: "1", text: "", anew: true }));
  t.hear(event("delta", { turn: "1", text: "Fermez" }));
  assert.equal(t.live?.text, "Fermez");
});

test("after a cut the rest of the same turn is not shown with a hole in it", () => {
  const t = thread();
  t.hear(event("delta", { turn: "1", text: "Ouvrez" }));
  t.interrupt();
  t.hear(event("delta", { turn: "1", text: "Démarrer" }));
  assert.equal(t.live?.text, "");
  t.hear(event("delta", { turn: "2", text: "Ensuite" }));
  assert.equal(t.live?.text, "Ensuite");
});

test("only what came after the employee's last words can be answered", () => {
  const t = thread(message(1, "assistant", "a"), message(2, "employee", "b"), message(3, "assistant", "c"), message(4, "assistant", "d"));
  assert.equal(t.liveFrom, 2);
  t.waiting = [said("x", "e")];
  assert.equal(t.liveFrom, Infinity);
  t.waiting = [{ ...said("x", "e"), refused: "non" }];
  assert.equal(t.liveFrom, 2);
});

test("broken or unknown events change nothing", () => {
  const t = thread(message(1, "assistant", "a"));
  for (const odd of [{ event: "message", data: "{" }, event("message", {}), event("message", null), event("later-version", { seq: 9 })]) assert.equal(t.hear(odd), undefined);
  assert.equal(t.messages.length, 1);
});

test("between the echo and the server's receipt the assistant still owes an answer", () => {
  const t = thread(message(1, "assistant", "Bonjour"));
  t.waiting = [said("x", "Casque cassé")];
  t.hear(event("message", message(2, "employee", "Casque cassé", { clientId: "x" })));
  assert.equal(t.busy, true);
  t.hear(event("message", message(3, "assistant", "Voici")));
  t.hear(event("idle", { seq: 2 }));
  t.accepted(said("x", "Casque cassé"), 2);
  t.waiting = [];
  assert.equal(t.busy, false);
});
