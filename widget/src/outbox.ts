import { Problem } from "./api";
import { NobodyYet } from "./session";
import { backOff } from "./clock";
import type { OutboxStore, Unsent } from "./outbox-store";

/** What is unsent for longer is forgotten rather than sent out of the blue. */
const keptForMs = 7 * 24 * 3600 * 1000;

export interface OutboxListener {
  /** The items of this conversation, in order. */
  waiting(items: Unsent[]): void;
  /** The server has stored the item as message `seq`. */
  sent(item: Unsent, seq: number): void;
}

/**
 * Sends one conversation's words in order, each once: the `clientId` makes a repeat harmless on the server, a lock
 * keeps two tabs from sending at the same time, and a passing failure keeps the item for the next try.
 */
export class Outbox {
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<void> | undefined;
  readonly #channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("mainforte-outbox");

  constructor(
    private readonly conversation: string,
    private readonly store: OutboxStore,
    private readonly post: (item: Unsent) => Promise<number>,
    private readonly listener: OutboxListener,
  ) {
    this.#channel?.addEventListener("message", () => void this.#tell());
  }

  async add(item: Unsent): Promise<void> {
    await this.store.put(item);
    await this.#changed();
    await this.flush();
  }

  async discard(clientId: string): Promise<void> {
    await this.store.remove(clientId);
    await this.#changed();
  }

  async retry(item: Unsent): Promise<void> {
    const { refused: _, ...again } = item;
    await this.add(again);
  }

  /** Forgets everything unsent of this conversation, when it is erased. */
  async clear(): Promise<void> {
    for (const item of await this.#mine()) await this.store.remove(item.clientId);
    await this.#changed();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#channel?.close();
  }

  /** Sends what waits; a call during another joins in after it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const before = this.#flushing;
    const mine = (async () => {
      await before;
      await alone(() => this.#sendAll());
    })();
    this.#flushing = mine;
    await mine;
  }

  async #sendAll(): Promise<void> {
    for (const item of (await this.#mine()).filter((waiting) => waiting.refused === undefined)) {
      try {
        this.listener.sent(item, await this.post(item));
        this.#attempt = 0;
        await this.store.remove(item.clientId);
      } catch (error) {
        if (!isFinal(error)) return this.#later(error);
        await this.store.put({ ...item, refused: error.detail });
      }
      await this.#changed();
    }
    await this.#tell();
  }

  #later(error: unknown): void {
    if (error instanceof NobodyYet) return;
    this.#attempt += 1;
    const delay = (error instanceof Problem && error.retryAfterMs) || backOff(this.#attempt);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #changed(): Promise<void> {
    await this.#tell();
    this.#channel?.postMessage("changed");
  }

  async #tell(): Promise<void> {
    this.listener.waiting(await this.#mine());
  }

  async #mine(): Promise<Unsent[]> {
    const all = await this.store.all();
    const fresh: Unsent[] = [];
    for (const item of all) {
      if (Date.now() - item.at > keptForMs) await this.store.remove(item.clientId);
      else if (item.conversation === this.conversation) fresh.push(item);
    }
    return inOrder(fresh);
  }
}

export const inOrder = (items: Unsent[]): Unsent[] => [...items].sort((a, b) => a.at - b.at || (a.clientId < b.clientId ? -1 : 1));

/** The server understood and said no: sending the same again would not help. */
export function isFinal(error: unknown): error is Problem {
  return error instanceof Problem && !error.passing && error.status !== 401;
}

/** One tab at a time, where the browser has locks. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  await (locks ? locks.request("mainforte-outbox", work) : work());
}

/** A version 4 UUID; `crypto.randomUUID` exists on secure pages only. */
export function newClientId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
