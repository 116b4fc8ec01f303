import { Problem, type Api } from "./api";
import { backOff, pause } from "./clock";
import type { ConversationView } from "./contract";
import { EventStreamReader, type ServerEvent } from "./event-stream";
import { NobodyYet } from "./session";

/** Heartbeats come at least every 25 s; two missed ones mean a dead line. */
const silenceMs = 60_000;
const pollMs = 4_000;
/** From the third failure in a row, messages are fetched as well, until the stream is back. */
const failuresBeforePolling = 3;

export interface FeedListener {
  heard(event: ServerEvent): void;
  /** The stream broke: live text may now have a hole. */
  broken(): void;
  polled(view: ConversationView): void;
  connected(yes: boolean): void;
  gone(): void;
}

/** Follows one conversation without gap or repeat: a stream resumed from the last event, polling when no stream gets through. */
export class Feed {
  #stop = new AbortController();
  #line: AbortController | undefined;
  #wake: AbortController | undefined;
  #failures = 0;
  #heardAt = 0;

  constructor(
    private readonly api: Api,
    private readonly conversation: string,
    private lastEvent: number,
    private readonly listener: FeedListener,
  ) {}

  start(): void {
    const signal = this.#stop.signal;
    addEventListener("online", () => this.#now(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#now(), { signal });
    void this.#run();
  }

  stop(): void {
    this.#stop.abort();
    this.#line?.abort();
    this.#wake?.abort();
  }

  /** Cuts a wait short, and drops a line that has been silent for longer than a heartbeat. */
  #now(): void {
    this.#wake?.abort();
    if (Date.now() - this.#heardAt > silenceMs / 2) this.#line?.abort();
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const delay = await this.#follow();
      if (this.#stop.signal.aborted) return;
      this.listener.broken();
      if (this.#failures > 0) this.listener.connected(false);
      this.#wake = new AbortController();
      await (this.#failures >= failuresBeforePolling ? this.#pollFor(delay) : pause(delay, this.#wake.signal));
    }
  }

  /** One stream from beginning to end; answers how long to wait before the next. */
  async #follow(): Promise<number> {
    const line = (this.#line = new AbortController());
    const watch = setInterval(() => Date.now() - this.#heardAt > silenceMs && line.abort(), 5_000);
    this.#heardAt = Date.now();
    try {
      const response = await this.api.call(`/api/conversations/${this.conversation}/events`, {
        headers: { Accept: "text/event-stream", "Last-Event-ID": String(this.lastEvent) },
        signal: line.signal,
      });
      if (!response.body || !response.headers.get("Content-Type")?.startsWith("text/event-stream")) throw new Error("no event stream");
      await this.#read(response.body);
    } catch (error) {
      if (this.#ended(error)) return 0;
      this.#failures += 1;
      return (error instanceof Problem && error.retryAfterMs) || backOff(this.#failures);
    } finally {
      clearInterval(watch);
    }
    return backOff(this.#failures);
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const events = new EventStreamReader();
    this.listener.connected(true);
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      this.#heardAt = Date.now();
      this.#failures = 0;
      for (const event of events.push(decoder.decode(piece.value, { stream: true }))) this.#hear(event);
    }
  }

  #hear(event: ServerEvent): void {
    const seq = Number(event.id);
    if (event.id && Number.isInteger(seq)) this.lastEvent = Math.max(this.lastEvent, seq);
    this.listener.heard(event);
  }

  /** Nothing will ever come again: erased, or nobody is signed in any more. */
  #ended(error: unknown): boolean {
    const gone = error instanceof Problem && (error.status === 404 || error.status === 410);
    if (gone) this.listener.gone();
    if (gone || error instanceof NobodyYet) this.stop();
    return gone || error instanceof NobodyYet;
  }

  async #pollFor(ms: number): Promise<void> {
    const until = Date.now() + Math.max(ms, pollMs);
    while (Date.now() < until && !this.#stop.signal.aborted) {
      try {
        const view = await this.api.json<ConversationView>(`/api/conversations/${this.conversation}`);
        this.lastEvent = Math.max(this.lastEvent, ...(view.messages ?? []).map((message) => message.seq));
        this.listener.polled(view);
        this.listener.connected(true);
      } catch (error) {
        if (this.#ended(error)) return;
        this.listener.connected(false);
      }
      if (this.#wake?.signal.aborted) return;
      await pause(pollMs, this.#wake?.signal);
    }
  }
}
