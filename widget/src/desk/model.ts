import { Api, Problem } from "../api";
import type { Detail, Language, Message } from "../contract";
import type { ServerEvent } from "../event-stream";
import type { Session } from "../session";
import { ring } from "./bell";
import type { Field, Hit, Line, Note, SentFile, Source, Whole } from "./contract";
import { DeskFeed } from "./feed";
import { saveFile } from "./save-file";
import type { DeskTexts } from "./texts";

const typingMs = 6_000;

/** The two switches outlive a reload of the page, in this tab. */
const kept = (what: string): string | null => sessionStorage.getItem(`mainforte-desk-${what}`);
const keep = (what: string, yes: boolean): void => sessionStorage.setItem(`mainforte-desk-${what}`, yes ? "yes" : "no");

/** What the page knows and does; the server's queue is the truth, everything here only follows it. */
export class Desk {
  lines: Line[] = [];
  whole: Whole | undefined;
  hits: Hit[] | undefined;
  sources: Source[] = [];
  available = kept("away") !== "yes";
  sound = kept("sound") === "yes";
  online = true;
  refused = false;
  problem = "";
  writing = "";
  /** Minutes go by without any event. */
  now = Date.now();
  /** When the server last told the queue. */
  told = Date.now();
  readonly #api: Api;
  #rung = new Set<string>();
  #opening = "";
  #wroteAt = 0;
  /** What may have arrived without our knowing: the same again goes under the same name. */
  #unsure: { words: string; clientId: string } | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    session: Session,
    private readonly language: () => Language,
    private readonly texts: () => DeskTexts,
    private readonly changed: () => void,
  ) {
    this.#api = new Api("", session, language);
    new DeskFeed(
      this.#api,
      (event) => this.#heard(event),
      (yes) => this.#connected(yes),
      () => ((this.refused = true), this.changed()),
    ).start();
    this.beat();
    setInterval(() => ((this.now = Date.now()), this.#refreshWaiting(), this.changed()), 10_000);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && (this.beat(), this.#seen()));
  }

  get mine(): Line[] {
    return this.lines.filter((line) => line.state !== "offered");
  }

  get waiting(): Line[] {
    return this.lines.filter((line) => line.state === "offered");
  }

  /** Conversations of this agent in which something was said that they have not seen. */
  get unread(): Line[] {
    const open = document.visibilityState === "visible" ? this.whole?.id : undefined;
    return this.lines.filter((line) => line.state === "held" && line.id !== open && line.lastSeq > line.agentRead);
  }

  /** What is half written stays with its conversation, also over a reload: it must never be sent to somebody else. */
  draft(conversation: string): string {
    return kept(`draft-${conversation}`) ?? "";
  }

  keepDraft(conversation: string, text: string): void {
    sessionStorage.setItem(`mainforte-desk-draft-${conversation}`, text);
  }

  /** Whether the person has still to say yes or no to a card: the assistant would have told of it. */
  get unanswered(): boolean {
    const messages = this.whole?.messages ?? [];
    const card = messages.findLastIndex(({ proposal }) => proposal);
    return card >= 0 && !messages.slice(card + 1).some(({ author }) => author.kind === "assistant");
  }

  /** A sign of life, with whether the agent wants to be offered conversations. */
  beat(): void {
    this.#api.call("/api/desk/presence", { method: "PUT", json: { available: this.available } }).catch(() => undefined);
  }

  setAvailable(yes: boolean): void {
    this.available = yes;
    keep("away", !yes);
    this.beat();
    this.changed();
  }

  setSound(yes: boolean): void {
    this.sound = yes;
    keep("sound", yes);
    if (yes) ring();
    this.changed();
  }

  open = (id: string): Promise<void> => this.try(() => this.#load(id));

  async #load(id: string): Promise<void> {
    this.#opening = id;
    this.writing = "";
    const whole = await this.#api.json<Whole>(this.#path(id));
    if (this.#opening !== id) return;
    if (this.whole?.id !== id) {
      this.hits = undefined;
      this.sources = [];
    }
    const read = this.whole?.id === id ? this.whole.personRead : 0;
    this.whole = { ...whole, personRead: Math.max(read, whole.personRead) };
    this.#seen();
    void this.#phrase(id);
  }

  /** Looks again without being asked: what the agent is being told stays, and a conversation that has gone is told by the queue. */
  #reload(id: string): void {
    if (this.#opening === id) void this.#load(id).then(this.changed, () => undefined);
  }

  claim = (): Promise<void> => this.#act("claim", {});
  release = (): Promise<void> => this.#act("release", {});
  transfer = (agent: string | undefined): Promise<void> => this.#act("transfer", agent ? { agent } : {});
  close = (outcome: string): Promise<void> => this.#act("close", { outcome });

  /** Answers whether the server has it; the words then come back by the feed. */
  async say(text: string): Promise<boolean> {
    const sent = await this.#once("messages", { text, sources: this.sources });
    if (sent) this.sources = [];
    this.#wroteAt = 0;
    if (sent && this.whole?.state === "offered") await this.open(this.whole.id);
    return sent;
  }

  note = (text: string): Promise<boolean> => this.#sent("notes", { text });

  /** That the agent is writing; said again while it lasts. */
  writes(): void {
    if (this.whole?.state !== "held" || Date.now() - this.#wroteAt < typingMs / 2) return;
    this.#wroteAt = Date.now();
    this.#api.call(`${this.#path(this.whole.id)}/typing`, { method: "POST" }).catch(() => undefined);
  }

  search = (query: string): Promise<void> =>
    this.try(async () => {
      const language = this.whole?.language ?? this.language();
      this.hits = await this.#api.json<Hit[]>(`/api/knowledge/search?q=${encodeURIComponent(query)}&language=${language}&k=5`);
    });

  cite(hit: Hit): void {
    const source: Source = { article: hit.article, title: hit.title, section: hit.sectionTitle, url: hit.url };
    if (!this.sources.some((one) => one.url === source.url)) this.sources = [...this.sources, source].slice(-5);
    this.changed();
  }

  uncite(source: Source): void {
    this.sources = this.sources.filter((one) => one !== source);
    this.changed();
  }

  /** A message in the agent's language. */
  translation = async (message: Message): Promise<string> =>
    (await this.#api.json<{ text: string }>(`${this.#path(this.whole!.id)}/messages/${message.seq}/translation?language=${this.language()}`)).text;

  /** A file that the person sent, saved on this device. */
  save = (file: SentFile): Promise<void> => this.try(() => saveFile(this.#api, `${this.#path(this.whole!.id)}/files/${encodeURIComponent(file.id)}`, file.name));

  fields = (kind: string, values: Record<string, string>): Promise<Field[]> =>
    this.#api.json<Field[]>(`${this.#path(this.whole!.id)}/forms`, { json: { kind, values } });

  propose = (kind: string, values: Record<string, string>, byVoice: boolean): Promise<boolean> =>
    this.#once("proposals", { kind, values, byVoice });

  async try(work: () => Promise<unknown>): Promise<void> {
    try {
      this.problem = "";
      await work();
    } catch (error) {
      this.problem = this.words(error);
    }
    this.changed();
  }

  words(error: unknown): string {
    return error instanceof Problem && error.detail ? error.detail : this.texts().failed;
  }

  async #sent(what: string, body: unknown): Promise<boolean> {
    let sent = false;
    await this.try(async () => {
      await this.#api.call(`${this.#path(this.whole!.id)}/${what}`, { json: body });
      sent = true;
    });
    return sent;
  }

  async #once(what: string, body: object): Promise<boolean> {
    const words = JSON.stringify([this.whole?.id, what, body]);
    if (this.#unsure?.words !== words) this.#unsure = { words, clientId: crypto.randomUUID() };
    const sent = await this.#sent(what, { ...body, clientId: this.#unsure.clientId });
    if (sent) this.#unsure = undefined;
    return sent;
  }

  async #act(what: string, body: unknown): Promise<void> {
    const { id } = this.whole!;
    await this.try(async () => {
      await this.#api.call(`${this.#path(id)}/${what}`, { json: body });
      const whole = what === "claim" ? await this.#api.json<Whole>(this.#path(id)) : undefined;
      if (this.whole && this.whole.id !== id) return; // another one was opened meanwhile
      if (whole) [this.whole, this.#opening, this.problem] = [whole, id, ""];
      else this.#letGo();
    });
  }

  #letGo(): void {
    if (this.whole) sessionStorage.removeItem(`mainforte-desk-draft-${this.whole.id}`);
    this.whole = undefined;
    this.#opening = "";
    this.sources = [];
    this.hits = undefined;
  }

  #heard({ event, data }: ServerEvent): void {
    const body = JSON.parse(data) as never;
    if (event === "beat") return this.beat();
    if (event === "queue") this.#queue(body);
    else if (event === "message") this.#message(body);
    else if (event === "notes") this.#notes(body);
    else if (event === "files") this.#files(body);
    else if (event === "typing") this.#writes(body);
    this.changed();
  }

  /** The summary in better words, when there is a language model and it is quick enough. */
  async #phrase(id: string): Promise<void> {
    const told = await this.#api.json<{ summary: Detail[]; model: boolean }>(`${this.#path(id)}/summary`).catch(() => undefined);
    if (!told?.model || this.whole?.id !== id) return;
    this.whole = { ...this.whole, summary: told.summary, byModel: true };
    this.changed();
  }

  #queue(lines: Line[]): void {
    this.lines = lines;
    this.told = this.now = Date.now();
    const ringing = lines.filter((line) => line.rings).map((line) => line.id);
    if (this.sound && ringing.some((id) => !this.#rung.has(id))) ring();
    this.#rung = new Set(ringing);
    const { whole } = this;
    if (!whole) return;
    const line = lines.find((one) => one.id === whole.id);
    if (!line) {
      this.#letGo();
      this.problem ||= this.texts().gone; // who took it is said already, when it was taken at this moment
    } else if (line.version !== whole.version || line.lastSeq > (whole.messages.at(-1)?.seq ?? 0)) this.#reload(whole.id);
    else this.whole = { ...whole, personRead: line.personRead };
  }

  #message({ conversation, message }: { conversation: string; message: Message }): void {
    const { whole } = this;
    if (whole?.id !== conversation || whole.messages.some((known) => known.seq >= message.seq)) return;
    this.whole = { ...whole, messages: [...whole.messages, message] };
    if (message.author.kind === "employee") this.writing = "";
    this.#seen();
  }

  #notes({ conversation, notes }: { conversation: string; notes: Note[] }): void {
    if (this.whole?.id === conversation) this.whole = { ...this.whole, notes };
  }

  #files({ conversation, files }: { conversation: string; files: SentFile[] }): void {
    if (this.whole?.id === conversation) this.whole = { ...this.whole, files };
  }

  #writes({ conversation, who }: { conversation: string; who: string }): void {
    if (this.whole?.id !== conversation) return;
    this.writing = who;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => ((this.writing = ""), this.changed()), typingMs * 1.5);
  }

  #seen(): void {
    const seq = this.whole?.messages.at(-1)?.seq;
    if (this.whole?.state !== "held" || !seq || document.visibilityState === "hidden") return;
    this.#api.call(`${this.#path(this.whole.id)}/read`, { method: "PUT", json: { seq } }).catch(() => undefined);
  }

  /** Who waits talks with the assistant meanwhile; that is not pushed, so it is looked at now and then. */
  #refreshWaiting(): void {
    if (this.whole?.state === "offered" && this.online) this.#reload(this.whole.id);
  }

  #connected(yes: boolean): void {
    if (yes === this.online) return;
    this.online = yes;
    if (yes) {
      this.beat();
      if (this.whole) this.#reload(this.whole.id);
    }
    this.changed();
  }

  #path(id: string): string {
    return `/api/desk/conversations/${encodeURIComponent(id)}`;
  }
}
