import type { Choice, ConversationState, ConversationView, Message, QueueState } from "./contract";
import type { ServerEvent } from "./event-stream";
import type { Unsent } from "./outbox-store";

/** The text of an answer while it is being written. `whole` is false once a piece may have been missed. */
export interface LiveText {
  turn: string;
  text: string;
  whole: boolean;
}

const leaves = ({ id }: Choice): boolean => id === "handover:leave";

/** What is known of one conversation; pure state, changed by events in whatever order they come. */
export class Thread {
  state: ConversationState = "bot";
  messages: Message[] = [];
  waiting: Unsent[] = [];
  live: LiveText | undefined;
  typing: string | undefined;
  queue: QueueState | undefined;
  /** The highest own message for which no `idle` was heard. */
  unanswered = 0;
  /** Everything up to this message is answered; `idle` may come before the server's receipt of our own message. */
  #answered = 0;
  /** Own messages accepted by the server whose echo has not come yet: `clientId` to `seq` and what was said. */
  readonly #accepted = new Map<string, { item: Unsent; seq: number }>();

  constructor(view: ConversationView) {
    this.take(view);
  }

  get lastSeq(): number {
    return this.messages.at(-1)?.seq ?? 0;
  }

  /** The assistant answers: it goes on while somebody waits for a person. */
  get assisted(): boolean {
    return this.state === "bot" || this.state === "offered";
  }

  /** The assistant owes something. */
  get busy(): boolean {
    return this.assisted && (this.unanswered > 0 || this.pending.some((item) => item.refused === undefined));
  }

  /** Said, and not yet seen among the messages. */
  get pending(): Unsent[] {
    const accepted = [...this.#accepted.values()].map(({ item }) => item);
    const ids = new Set(accepted.map((item) => item.clientId));
    const seen = new Set(this.messages.map((message) => message.clientId));
    return [...accepted, ...this.waiting.filter((item) => !ids.has(item.clientId))].filter((item) => !seen.has(item.clientId));
  }

  /** The server has it; only its echo is still to come. */
  stored(item: Unsent): boolean {
    return this.#accepted.has(item.clientId);
  }

  /** Index from which choices and forms are still to be answered: after the employee's last words. */
  get liveFrom(): number {
    if (this.pending.some((item) => item.refused === undefined)) return Infinity;
    return this.messages.findLastIndex((message) => message.author.kind === "employee") + 1;
  }

  /**
   * Whether the buttons of a message can still be pressed. With a person the newest card stays open while one talks about it;
   * what is over leaves its question. Only the newest way out of the queue, or back from a person, leads anywhere.
   */
  isLive(message: Message, index: number): boolean {
    const survey = message.form?.id === "survey" || message.choices?.some(({ id }) => id.startsWith("survey:"));
    if (this.state === "closed") return !!survey && index >= this.liveFrom;
    if (message.choices?.some(leaves) && (this.state === "bot" || this.messages.slice(index + 1).some(({ choices }) => choices?.some(leaves)))) return false;
    const card = this.state === "held" && message.proposal && !this.messages.slice(index + 1).some(({ author }) => author.kind === "assistant");
    return index >= this.liveFrom || !!card;
  }

  /** A whole view from the server: adds what is new, repeats nothing. */
  take(view: ConversationView): Message[] {
    if (view.state) this.#enter(view);
    const added = [...(view.messages ?? []), ...(view.greeting ?? [])].filter((message) => this.add(message));
    if (this.messages.at(-1)?.author.kind !== "employee") this.#idle(this.lastSeq);
    else if (view.idle === false) this.unanswered = this.lastSeq;
    return added;
  }

  /** Adds a message once; answers whether it was new. */
  add(message: Message): boolean {
    if (this.messages.some((known) => known.seq === message.seq)) return false;
    this.messages = [...this.messages, message].sort((a, b) => a.seq - b.seq);
    if (message.author.kind === "employee") this.#echo(message);
    else {
      this.live = undefined;
      this.typing = undefined;
    }
    return true;
  }

  /** The server stored `item` as `seq`; the bubble stays until the message itself comes. */
  accepted(item: Unsent, seq: number): void {
    this.#owe(seq);
    if (!this.messages.some((message) => message.seq === seq)) this.#accepted.set(item.clientId, { item, seq });
  }

  /** Takes in one event of the stream; answers the message if it brought a new one. Unknown events change nothing. */
  hear({ event, data }: ServerEvent): Message | undefined {
    const body = parsed(data);
    if (!body) return undefined;
    if (event === "message") {
      const message = body as unknown as Message;
      if (typeof message.seq !== "number" || !message.author || !this.add(message)) return undefined;
      if (message.author.kind === "employee") this.#owe(message.seq);
      return message;
    }
    if (event === "delta" && this.assisted) this.#write(String(body["turn"]), String(body["text"] ?? ""), body["anew"] === true);
    else if (event === "typing") this.typing = String(body["who"] ?? "assistant");
    else if (event === "state") this.#enter(body as unknown as QueueState);
    else if (event === "idle") this.#idle(Number(body["seq"]));
    return undefined;
  }

  /** The stream was cut: pieces of the live text may be missing, so it is not shown any more. */
  interrupt(): void {
    if (this.live) this.live = { ...this.live, text: "", whole: false };
    this.typing = undefined;
  }

  /** The message's echo may come before the server's receipt, and its answer before either. */
  #owe(seq: number): void {
    if (seq > this.#answered) this.unanswered = Math.max(this.unanswered, seq);
  }

  #enter({ state, queuePosition, waitMinutes, agent }: QueueState): void {
    this.state = state ?? this.state;
    this.queue = { state: this.state, ...(queuePosition && { queuePosition }), ...(waitMinutes && { waitMinutes }), ...(agent && { agent }) };
    if (!this.assisted) this.unanswered = 0;
  }

  #idle(seq: number): void {
    this.live = undefined;
    this.typing = undefined;
    if (seq > this.#answered) this.#answered = seq;
    if (!(seq < this.unanswered)) this.unanswered = 0;
  }

  /** Pieces are appended; a piece that repeats all the text so far and goes on replaces it, as does one that begins anew. */
  #write(turn: string, piece: string, anew: boolean): void {
    if (anew || this.live?.turn !== turn) this.live = { turn, text: piece, whole: true };
    else if (this.live.whole) {
      const { text } = this.live;
      this.live = { turn, text: text && piece.startsWith(text) ? piece : text + piece, whole: true };
    }
    this.typing = undefined;
  }

  /** Finds the bubble this message makes superfluous: by id, by number, else by its words. */
  #echo(message: Message): void {
    if (message.clientId !== undefined) return void this.#accepted.delete(message.clientId);
    const own = [...this.#accepted.values()];
    const match = own.find(({ seq }) => seq === message.seq) ?? own.find(({ item }) => item.label === message.text);
    if (match) this.#accepted.delete(match.item.clientId);
  }
}

function parsed(data: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(data);
    return body && typeof body === "object" ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
