import assert from "node:assert/strict";
import { test } from "node:test";
import { EventStreamReader, type ServerEvent } from "../src/event-stream";

const stream = 'id: 7\nevent: message\ndata: {"seq":7,\ndata: "text":"é"}\n\n: heartbeat\n\nevent: typing\r\ndata: {}\r\n\r\ndata:bare\r\rid: 8\n\ndata\n\n';
const whole: ServerEvent[] = [
  { event: "message", data: '{"seq":7,\n"text":"é"}', id: "7" },
  { event: "typing", data: "{}" },
  { event: "message", data: "bare" },
  { event: "message", data: "" },
];

function readIn(pieces: string[]): ServerEvent[] {
  const reader = new EventStreamReader();
  return pieces.flatMap((piece) => reader.push(piece));
}

test("reads a whole stream", () => assert.deepEqual(readIn([stream]), whole));

test("reads the same wherever it is cut in two", () => {
  for (let at = 0; at <= stream.length; at += 1) assert.deepEqual(readIn([stream.slice(0, at), stream.slice(at)]), whole, `cut at ${at}`);
});

test("reads the same character by character", () => assert.deepEqual(readIn([...stream]), whole));

test("skips a byte order mark, and only at the beginning", () => {
  assert.deepEqual(readIn(["\uFEFFdata: a\n\n", "\uFEFFdata: b\n\n"]), [{ event: "message", data: "a" }]);
});

test("an event without data is none, and an unfinished one is not given", () => {
  assert.deepEqual(readIn(["event: idle\n\n", 'data: {"half":']), []);
});
