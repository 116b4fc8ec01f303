import { Api, Problem, Unreachable } from "./api";
import { refusal } from "./attachments";
import type { ChatPanel } from "./chat";
import type { Language, Message, Person } from "./contract";
import { Conversation, type ConversationListener, type Wanted } from "./conversation";
import type { Asked } from "./dialogs";
import { chosenBefore, spoken } from "./language";
import { plainText } from "./markdown-view";
import { authorOf, type MessageContext } from "./messages";
import { IndexedDbStore } from "./outbox-store";
import { saveInvitation } from "./invitation";
import { signIn, type SignedIn } from "./sign-in";
import { demoPeople, forgetDemoSession, keptDemoPerson, NobodyYet, startDemoSession } from "./session";
import { SpokenText } from "./spoken-text";
import { Uploads } from "./uploads";

/** Everything that happens while the panel is there: signing in, one conversation at a time, and what the person asks for. */
export class Visit implements ConversationListener {
  conversation: Conversation | undefined;
  people: Person[] | undefined;
  problem = "";
  offline = !navigator.onLine;
  readonly uploads = new Uploads(() => this.panel.requestUpdate());
  asked: Asked | undefined;
  ownDemoPerson = false;
  #api!: Api;
  #round = 0;
  #restart = false;
  #signedIn: SignedIn | undefined;
  #stopListening = new AbortController();
  readonly #store = new IndexedDbStore();
  readonly #spokenText = new SpokenText();

  constructor(private readonly panel: ChatPanel) {}

  get context(): Omit<MessageContext, "live"> {
    const { texts, language, api, full } = this.panel;
    return {
      texts,
      language,
      base: api,
      headingLevel: full ? 2 : 3,
      choose: (choice) => void this.conversation?.say({ choice: choice.id }, choice.label),
      submit: (form, values) => void this.conversation?.say({ form, values }, texts.formAnswers),
      judge: (message, helpful, comment) => this.#try(() => this.conversation!.judge(message.seq, helpful, comment)),
      translate: this.conversation?.translates ? (message) => this.conversation!.translation(message.seq, language) : undefined,
      saveInvitation: (reference) => void this.#try(() => saveInvitation(this.#api, reference)),
    };
  }

  connected(): void {
    this.#stopListening = new AbortController();
    const { signal } = this.#stopListening;
    addEventListener("offline", () => this.#network(false), { signal });
    addEventListener("online", () => this.#network(true), { signal });
    if (this.#restart) this.begin();
  }

  disconnected(): void {
    this.#stopListening.abort();
    this.conversation?.close();
    this.#restart = true;
  }

  /** Begins anew with whoever the page now says is there. */
  beginAs(): void {
    this.#signedIn = undefined;
    this.begin();
  }

  /** Signs in and opens a conversation; a later call makes an earlier one void. */
  begin(wanted: Partial<Wanted> = {}): void {
    void this.#begin(wanted);
  }

  readonly retry = (): void => this.begin();
  readonly dismiss = (): void => this.#set({ problem: "" });
  readonly answered = (): void => this.#set({ asked: undefined });
  readonly say = (text: string): void => void this.#said(text);

  readonly askForPerson = (): Promise<void> => this.#said(this.panel.texts.talkToHuman);

  /** Whoever goes on where a conversation is over begins a new one. */
  async #goOn(): Promise<void> {
    if (this.conversation?.thread.state === "closed") await this.#begin({ fresh: true });
  }

  /** Out of the queue, or back from the person to the assistant. */
  readonly leave = (label: string): void => void this.conversation?.say({ choice: "handover:leave" }, label);

  readonly writes = (): void => this.conversation?.writes();

  readonly startAfresh = (): void => {
    this.begin({ fresh: true });
    this.panel.focus();
  };

  readonly become = async (person: Person): Promise<void> => {
    await this.#try(async () => {
      const known = await startDemoSession(this.panel.api, person.id);
      const language = spoken(known.language);
      if (language) this.speakLanguage(language, false);
      this.people = undefined;
      this.beginAs();
      this.panel.focus();
    });
  };

  readonly changePerson = async (): Promise<void> => {
    forgetDemoSession();
    this.#leave();
    await this.#showPeople(++this.#round);
  };

  readonly goOnElsewhere = async (): Promise<void> => {
    await this.#try(async () => this.#set({ asked: { what: "resume", link: await this.conversation!.resumeLink() } }));
  };

  readonly askToErase = (): void => this.#set({ asked: { what: "erase", erase: () => void this.#erase() } });

  readonly attach = async (file: File): Promise<void> => {
    const { texts } = this.panel;
    const problem = refusal(file, texts);
    if (!problem) await this.#goOn();
    const { conversation } = this;
    if (problem || !conversation) return this.#set({ problem: problem ?? texts.opening });
    this.#set({ problem: "" });
    const sent = this.uploads.send(file, (progress) => conversation.attach(file, progress));
    if (await this.#try(() => sent)) this.panel.speak(texts.uploaded(file.name));
  };

  /** The language of the demo's person, also after a reload. */
  #speakTheirs(): void {
    const language = spoken(keptDemoPerson()?.language);
    if (language) this.speakLanguage(language, false);
  }

  speakLanguage(language: Language, byHand = true): void {
    this.panel.language = language;
    this.panel.dispatchEvent(new CustomEvent("mainforte-language", { detail: { language, byHand } }));
  }

  changed(): void {
    const live = this.conversation?.thread.live?.text;
    if (live) this.panel.speak(this.#spokenText.grow(plainText(live)));
    this.panel.requestUpdate();
  }

  arrived(message: Message): void {
    if (message.author.kind === "employee") return;
    const said = [message.step?.title, plainText(message.text)].filter(Boolean).join(". ");
    const rest = this.#spokenText.finish(said);
    if (rest) this.panel.speak(`${authorOf(message, this.panel.texts)}. ${rest}`, message.language);
    this.panel.dispatchEvent(new CustomEvent("mainforte-message"));
  }

  gone(): void {
    this.conversation = undefined;
    this.#set({ problem: this.panel.texts.gone });
  }

  async #begin(wanted: Partial<Wanted>): Promise<void> {
    const round = ++this.#round;
    this.#leave();
    const { panel } = this;
    try {
      const signedIn = (this.#signedIn ??= await signIn(panel.api, panel.tokenProvider, panel.full));
      this.ownDemoPerson = signedIn.demo;
      if (signedIn.demo && !chosenBefore()) this.#speakTheirs();
      this.#api = new Api(panel.api, signedIn.session, () => panel.language);
      const conversation = await Conversation.open(this.#api, this.#store, this, {
        language: panel.language,
        entry: panel.entry,
        id: signedIn.conversation,
        ...wanted,
      });
      if (round !== this.#round) return conversation.close();
      this.#set({ conversation, people: undefined });
      if (conversation.isNew) conversation.thread.messages.forEach((message) => this.arrived(message));
    } catch (error) {
      if (round === this.#round) await this.#notBegun(error, round);
    }
  }

  async #notBegun(error: unknown, round: number): Promise<void> {
    if (error instanceof NobodyYet || (error instanceof Problem && error.status === 401)) return this.#showPeople(round);
    this.#set({ problem: this.#words(error) });
  }

  /** Unless the page has said meanwhile who is there. */
  async #showPeople(round: number): Promise<void> {
    this.#signedIn = undefined;
    const people = this.panel.tokenProvider ? undefined : await demoPeople(this.panel.api).catch(() => undefined);
    if (round === this.#round) this.#set(people ? { people, problem: "" } : { problem: this.panel.texts.signIn });
  }

  async #said(text: string): Promise<void> {
    this.uploads.tidy();
    await this.#goOn();
    if (this.conversation) await this.conversation.say({ text }, text);
  }

  async #erase(): Promise<void> {
    await this.#try(async () => {
      const said = await this.conversation!.erase();
      this.panel.speak(said || this.panel.texts.erased);
      this.startAfresh();
    });
  }

  #network(online: boolean): void {
    this.#set({ offline: !online });
    if (!online) return;
    if (this.conversation) void this.conversation.flush();
    else if (this.problem) this.begin();
  }

  #leave(): void {
    this.conversation?.close();
    this.uploads.clear();
    this.#set({ conversation: undefined, problem: "", asked: undefined });
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#set({ problem: this.#words(error) });
      return false;
    }
  }

  #words(error: unknown): string {
    if (error instanceof Problem && error.detail) return error.detail;
    return error instanceof Unreachable ? this.panel.texts.network : this.panel.texts.failed;
  }

  #set(change: Partial<Pick<Visit, "conversation" | "people" | "problem" | "offline" | "asked">>): void {
    Object.assign(this, change);
    this.panel.requestUpdate();
  }
}
