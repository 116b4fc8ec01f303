import { Problem, type Api } from "../api";
import { backOff, pause } from "../clock";
import { EventStreamReader, type ServerEvent } from "../event-stream";

/** A beat comes every ten seconds; three missed ones mean a dead line. */
const silenceMs = 35_000;

/** Follows the desk's events for as long as the page is open, and comes back after every cut. */
export class DeskFeed {
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly heard: (event: ServerEvent) => void,
    private readonly connected: (yes: boolean) => void,
    private readonly refused: () => void,
  ) {}

  start(): void {
    void this.#run();
  }

  async #run(): Promise<void> {
    for (;;) {
      const line = new AbortController();
      try {
        await this.#follow(line);
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return this.refused();
      }
      line.abort();
      this.connected(false);
      await pause(backOff(this.#failures++), wake());
    }
  }

  async #follow(line: AbortController): Promise<void> {
    const response = await this.api.call("/api/desk/events", { headers: { Accept: "text/event-stream" }, signal: line.signal });
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    const events = new EventStreamReader();
    let silent: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(silent);
      silent = setTimeout(() => line.abort(), silenceMs);
    };
    try {
      listen();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        listen();
        if (this.#failures >= 0) this.connected(true);
        this.#failures = 0;
        events.push(decoder.decode(piece.value, { stream: true })).forEach(this.heard);
      }
    } finally {
      clearTimeout(silent);
    }
  }
}

/** The network is back: no need to wait longer. */
function wake(): AbortSignal {
  const now = new AbortController();
  addEventListener("online", () => now.abort(), { once: true, signal: now.signal });
  return now.signal;
}
