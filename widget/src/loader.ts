import type { ChatPanel } from "./chat";
import type { Language } from "./contract";
import { bubble, checked, make } from "./loader-parts";
import { languageFor, rememberLanguage, spoken } from "./language";
import type { TokenProvider } from "./session";
import text from "./styles/launcher.css";
import { launcherEn } from "./texts/en";
import { launcherFr, type LauncherTexts } from "./texts/fr";

/** Put in by the build: the file with the panel. */
declare const CHAT_FILE: string;

const sheet = new CSSStyleSheet();
sheet.replaceSync(text);

/**
 * The chat on any page: a button in the corner; the panel is fetched when it is first opened.
 *
 * @attr language - `fr` or `en`; else what was chosen before, the page's language, the browser's.
 * @attr api - Where the server is; the page's own origin by default.
 * @attr entry - What the conversation starts from (a room, a guide), handed to the server as it is.
 * @attr open - The panel is shown; follows what the person does.
 * @attr full - The panel fills the element, without a launcher.
 * @prop tokenProvider - Answers a bearer token; asked again once when the server refuses it.
 * @method show, hide - Open and close, with the focus going in and coming back.
 */
export class MainforteChat extends HTMLElement {
  static readonly observedAttributes = ["open", "language"];
  #provider: TokenProvider | undefined;
  #panel: ChatPanel | undefined;
  #language: Language | undefined;
  #unread = 0;
  #shown = false;
  readonly #region = make("section", "region");
  readonly #launcher = make("button", "launcher");
  readonly #label = make("span", "label");
  readonly #badge = make("span", "badge");
  readonly #badgeWords = make("span", "unseen");
  /** A dialog over the page; a plain part of it when `full`. */
  #frame: HTMLElement = make("div", "frame");
  readonly #state = make("p", "state");

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    this.#launcher.type = "button";
    this.#launcher.append(bubble(), this.#label, this.#badge);
    this.#launcher.addEventListener("click", () => this.show());
    this.#state.setAttribute("role", "status");
    this.#region.append(this.#launcher);
    shadow.append(this.#region);
  }

  get tokenProvider(): TokenProvider | undefined {
    return this.#provider;
  }

  set tokenProvider(provider: TokenProvider | undefined) {
    this.#provider = provider;
    if (this.#panel) this.#panel.tokenProvider = provider;
  }

  get language(): Language {
    return this.#language ?? languageFor(this.getAttribute("language"));
  }

  show(): void {
    this.setAttribute("open", "");
  }

  hide(): void {
    this.removeAttribute("open");
  }

  connectedCallback(): void {
    const early = Object.getOwnPropertyDescriptor(this, "tokenProvider");
    if (early) {
      delete (this as Partial<MainforteChat>).tokenProvider;
      this.tokenProvider = early.value as TokenProvider;
    }
    if (!this.#frame.isConnected) this.#frameIn();
    this.#write();
    this.#apply();
  }

  attributeChangedCallback(name: string): void {
    if (name === "language") this.#language = undefined;
    if (!this.isConnected) return;
    this.#write();
    if (name !== "language") this.#apply();
  }

  get #full(): boolean {
    return this.hasAttribute("full");
  }

  get #texts(): LauncherTexts {
    return this.language === "en" ? launcherEn : launcherFr;
  }

  /** Shows or hides the panel as the attributes say. */
  #apply(): void {
    const open = this.#full || this.hasAttribute("open");
    this.#launcher.hidden = open;
    if (open === this.#shown) return;
    this.#shown = open;
    const dialog = this.#frame instanceof HTMLDialogElement ? this.#frame : undefined;
    if (!open) {
      dialog?.close();
      return this.#launcher.focus();
    }
    this.#unread = 0;
    this.#write();
    if (matchMedia("(max-width: 30rem), (max-height: 26rem)").matches) dialog?.showModal();
    else dialog?.show();
    void this.#load();
  }

  #frameIn(): void {
    if (!this.#full) {
      this.#frame = make("dialog", "frame");
      this.#frame.addEventListener("cancel", (event) => (event.preventDefault(), this.hide()));
    }
    this.#frame.append(this.#panel ?? this.#state);
    this.#region.append(this.#frame);
  }

  async #load(): Promise<void> {
    if (this.#panel) return this.#panel.focus();
    this.#state.textContent = this.#texts.loading;
    try {
      const address = new URL(CHAT_FILE, import.meta.url).href;
      await checked(address);
      await import(address);
      this.#panel ??= this.#make();
      this.#state.replaceWith(this.#panel);
      this.#panel.focus();
    } catch {
      const again = make("button", "again");
      again.textContent = this.#texts.retry;
      again.addEventListener("click", () => void this.#load());
      this.#state.replaceChildren(this.#texts.loadFailed, again);
    }
  }

  #make(): ChatPanel {
    const panel = document.createElement("mainforte-panel") as ChatPanel;
    Object.assign(panel, { language: this.language, api: this.getAttribute("api") ?? "", entry: this.getAttribute("entry") ?? "", full: this.#full });
    panel.tokenProvider = this.#provider;
    panel.addEventListener("mainforte-close", () => this.hide());
    panel.addEventListener("mainforte-message", () => !this.#shown && (this.#unread++, this.#write()));
    panel.addEventListener("mainforte-language", (event) => this.#speak((event as CustomEvent<{ language: Language; byHand: boolean }>).detail));
    return panel;
  }

  #speak({ language, byHand }: { language: Language; byHand: boolean }): void {
    if (byHand) rememberLanguage(language);
    this.#language = language;
    if (this.#full) document.documentElement.lang = language;
    this.#write();
  }

  #write(): void {
    const texts = this.#texts;
    this.lang = this.language;
    this.#region.setAttribute("aria-label", texts.region);
    if (!this.#full) this.#frame.setAttribute("aria-label", texts.region);
    this.#label.textContent = texts.launcher;
    this.#badge.hidden = this.#unread === 0;
    this.#badgeWords.textContent = ` ${texts.unread(this.#unread)}`;
    this.#badge.replaceChildren(String(this.#unread), this.#badgeWords);
    const asked = spoken(this.language);
    if (this.#panel && asked && this.#panel.language !== asked) this.#panel.language = asked;
  }
}

if (!customElements.get("mainforte-chat")) customElements.define("mainforte-chat", MainforteChat);
