import { Problem, type Api } from "./api";
import type { Attachment, ConversationView, Language, Message, ResumeLink, Utterance } from "./contract";
import type { ServerEvent } from "./event-stream";
import { Feed, type FeedListener } from "./feed";
import { Outbox, newClientId } from "./outbox";
import type { OutboxStore, Unsent } from "./outbox-store";
import { Thread } from "./thread";

export interface ConversationListener {
  changed(): void;
  /** New since the conversation was opened here, for announcing. */
  arrived(message: Message): void;
  gone(): void;
}

/** "Is writing" is said again while it lasts; without a repeat it is over. */
const typingMs = 10_000;

type Said = { text: string } | { choice: string } | { form: string; values: Record<string, string> };

/** One conversation held with the server: its thread, kept true by the feed, and the way to speak in it. */
export class Conversation implements FeedListener {
  readonly id: string;
  readonly thread: Thread;
  online = true;
  /** Begun here and now, not resumed. */
  readonly isNew: boolean;
  /** Messages can be asked for in another language. */
  readonly translates: boolean;
  readonly #feed: Feed;
  readonly #outbox: Outbox;
  #closed = false;
  #wroteAt = 0;
  #read = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Api,
    view: ConversationView,
    store: OutboxStore,
    private readonly listener: ConversationListener,
  ) {
    this.id = view.id;
    this.thread = new Thread(view);
    this.isNew = view.greeting !== undefined;
    this.translates = view.translates === true;
    this.#feed = new Feed(api, this.id, this.thread.lastSeq, this);
    this.#outbox = new Outbox(this.id, store, (item) => this.#post(item), {
      waiting: (items) => ((this.thread.waiting = items), this.#changed()),
      sent: (item, seq) => (this.thread.accepted(item, seq), this.#changed()),
    });
    this.#feed.start();
    void this.#outbox.flush();
  }

  /** The named conversation, else the one that just ended and still asks its question, else the newest that is not closed, else a new one. */
  static async open(api: Api, store: OutboxStore, listener: ConversationListener, wanted: Wanted): Promise<Conversation> {
    const view = wanted.fresh ? undefined : await resumed(api, wanted.id);
    const entry = wanted.entry ? { entry: wanted.entry } : {};
    const opened = view ?? (await api.json<ConversationView>("/api/conversations", { json: { language: wanted.language, ...entry } }));
    return new Conversation(api, opened, store, listener);
  }

  say(said: Said, label: string): Promise<void> {
    this.#wroteAt = 0;
    const clientId = newClientId();
    const item: Unsent = { clientId, conversation: this.id, utterance: { clientId, ...said } as Utterance, label, at: Date.now() };
    this.thread.waiting = [...this.thread.waiting, item]; // at once, so that a second press finds no button
    this.#changed();
    return this.#outbox.add(item);
  }

  retry = (item: Unsent): Promise<void> => this.#outbox.retry(item);
  discard = (item: Unsent): Promise<void> => this.#outbox.discard(item.clientId);
  flush = (): Promise<void> => this.#outbox.flush();

  /** Tells a person who reads that the employee is writing; said again while it lasts. */
  writes(): void {
    if (this.thread.state !== "held" || Date.now() - this.#wroteAt < typingMs / 2) return;
    this.#wroteAt = Date.now();
    void this.api.call(this.#path("/typing"), { method: "POST" }).catch(() => undefined);
  }

  /** Tells a person how far their words were read, as long as the page is looked at. */
  #seen(): void {
    const { state, lastSeq } = this.thread;
    if (state !== "held" || lastSeq <= this.#read || document.visibilityState === "hidden") return;
    this.#read = lastSeq;
    void this.api.call(this.#path("/read"), { method: "PUT", json: { seq: lastSeq } }).catch(() => undefined);
  }

  /** Enough of the answer that is being written; if this does not arrive, it just goes on. */
  stop = async (): Promise<void> => {
    await this.api.call(this.#path("/stop"), { method: "POST" }).catch(() => undefined);
  };

  async judge(seq: number, helpful: boolean, comment?: string): Promise<void> {
    await this.api.call(this.#path("/feedback"), { json: { seq, helpful, ...(comment ? { comment } : {}) } });
  }

  async translation(seq: number, language: Language): Promise<string> {
    return (await this.api.json<{ text: string }>(this.#path(`/messages/${seq}/translation?language=${language}`))).text;
  }

  attach(file: File, progress: (part: number) => void): Promise<Attachment> {
    return this.api.upload<Attachment>(this.#path("/attachments"), file, progress);
  }

  resumeLink(): Promise<ResumeLink> {
    return this.api.json<ResumeLink>(this.#path("/resume-links"), { method: "POST" });
  }

  /** Erases it here and on the server; answers what the server says about it, if anything. */
  async erase(): Promise<string> {
    const answer = await this.api.call(this.#path(""), { method: "DELETE" });
    await this.#outbox.clear();
    this.close();
    const body = (await answer.json().catch(() => ({}))) as { detail?: unknown; message?: unknown; text?: unknown };
    return [body.message, body.text, body.detail].find((said): said is string => typeof said === "string") ?? "";
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#typing);
    this.#feed.stop();
    this.#outbox.close();
  }

  heard(event: ServerEvent): void {
    const message = this.thread.hear(event);
    if (message) this.listener.arrived(message);
    if (event.event === "typing") this.#expectWords();
    this.#changed();
  }

  polled(view: ConversationView): void {
    this.thread.take(view).forEach((message) => this.listener.arrived(message));
    this.#changed();
  }

  broken(): void {
    this.thread.interrupt();
    this.#changed();
  }

  connected(yes: boolean): void {
    if (yes && !this.online) void this.#outbox.flush();
    this.online = yes;
    this.#changed();
  }

  gone(): void {
    this.close();
    this.listener.gone();
  }

  #expectWords(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => ((this.thread.typing = undefined), this.#changed()), typingMs);
  }

  async #post(item: Unsent): Promise<number> {
    const { seq } = await this.api.json<{ seq: number }>(this.#path("/messages"), { json: item.utterance });
    return seq;
  }

  #path(rest: string): string {
    return `/api/conversations/${encodeURIComponent(this.id)}${rest}`;
  }

  #changed(): void {
    if (this.#closed) return;
    this.#seen();
    this.listener.changed();
  }
}

export interface Wanted {
  language: Language;
  entry?: string | undefined;
  id?: string | undefined;
  fresh?: boolean;
}

async function resumed(api: Api, id: string | undefined): Promise<ConversationView | undefined> {
  const newest = id ?? (await api.json<ConversationView[]>("/api/conversations")).find((one, index) => one.state !== "closed" || (!index && one.survey))?.id;
  if (!newest) return undefined;
  try {
    return await api.json<ConversationView>(`/api/conversations/${encodeURIComponent(newest)}`);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}
