import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, Unreachable } from "../src/api";
import { backOff } from "../src/clock";
import { inOrder, isFinal, newClientId, Outbox } from "../src/outbox";
import { MemoryStore, type Unsent } from "../src/outbox-store";

const item = (clientId: string, at = Date.now(), conversation = "c"): Unsent => ({ clientId, conversation, utterance: { clientId, text: clientId }, label: clientId, at });

function outbox(post: (item: Unsent) => Promise<number>, store = new MemoryStore()): { box: Outbox; sent: string[]; waiting: () => Unsent[]; store: MemoryStore } {
  const sent: string[] = [];
  let last: Unsent[] = [];
  const box = new Outbox("c", store, post, { sent: (one) => sent.push(one.clientId), waiting: (items) => (last = items) });
  return { box, sent, waiting: () => last, store };
}

test("what is said is sent, in order, and forgotten", async () => {
  const posted: string[] = [];
  const { box, sent, store } = outbox(async ({ clientId }) => posted.push(clientId));
  await Promise.all([box.add(item("a", Date.now())), box.add(item("b", Date.now() + 1))]);
  assert.deepEqual(posted, ["a", "b"]);
  assert.deepEqual(sent, ["a", "b"]);
  assert.deepEqual(await store.all(), []);
  box.close();
});

test("without network it is kept, and sent with the same id after a reload", async () => {
  const store = new MemoryStore();
  const before = outbox(() => Promise.reject(new Unreachable()), store);
  await before.box.add(item("a"));
  assert.equal(before.waiting().length, 1);
  before.box.close();
  const after = outbox(async () => 5, store);
  await after.box.flush();
  assert.deepEqual(after.sent, ["a"]);
  after.box.close();
});

test("nothing overtakes what could not be sent", async () => {
  let down = true;
  const posted: string[] = [];
  const { box } = outbox(async ({ clientId }) => {
    if (down) throw new Problem(503, "busy", "");
    return posted.push(clientId);
  });
  await box.add(item("a", Date.now()));
  await box.add(item("b", Date.now() + 1));
  down = false;
  await box.flush();
  assert.deepEqual(posted, ["a", "b"]);
  box.close();
});

test("what the server refuses is shown with its reason and does not hold up the rest", async () => {
  const { box, sent, waiting } = outbox(async ({ clientId }) => {
    if (clientId === "a") throw new Problem(422, "empty", "Écrivez un message.");
    return 1;
  });
  await box.add(item("a", Date.now()));
  await box.add(item("b", Date.now() + 1));
  assert.deepEqual(sent, ["b"]);
  assert.deepEqual(waiting().map(({ refused }) => refused), ["Écrivez un message."]);
  box.close();
});

test("other conversations are left alone, and a week is long enough", async () => {
  const store = new MemoryStore();
  await store.put(item("other", Date.now(), "d"));
  await store.put(item("old", Date.now() - 8 * 24 * 3600 * 1000));
  const { box, sent } = outbox(async () => 1, store);
  await box.flush();
  assert.deepEqual(sent, []);
  assert.deepEqual((await store.all()).map(({ clientId }) => clientId), ["other"]);
  box.close();
});

test("a refusal is final, a passing failure and a missing sign-in are not", () => {
  assert.deepEqual([404, 413, 422].map((status) => isFinal(new Problem(status, "", ""))), [true, true, true]);
  assert.deepEqual([401, 408, 429, 500, 503].map((status) => isFinal(new Problem(status, "", ""))), [false, false, false, false, false]);
  assert.equal(isFinal(new Unreachable()), false);
});

test("the order is that of saying", () => assert.deepEqual(inOrder([item("b", 2), item("c", 1), item("a", 1)]).map(({ clientId }) => clientId), ["a", "c", "b"]));

test("the delay doubles, stays between half and whole, and ends at 30 s", () => {
  assert.deepEqual([0, 1, 2, 9].map((attempt) => backOff(attempt, () => 0)), [500, 1000, 2000, 15_000]);
  assert.deepEqual([0, 1, 2, 9].map((attempt) => backOff(attempt, () => 1)), [1000, 2000, 4000, 30_000]);
});

test("client ids are UUIDs of version 4", () => assert.match(newClientId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
