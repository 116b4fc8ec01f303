import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from "lit";
import type { Language } from "../contract";
import { icons } from "../icons";
import { languageFor, rememberLanguage } from "../language";
import { define } from "../piece";
import { placeName } from "../sites";
import type { TokenProvider } from "../session";
import base from "../styles/base.css";
import deskStyle from "../styles/desk.css";
import message from "../styles/message.css";
import { Seat } from "./sign-in";
import { deskTexts, type DeskTexts } from "./texts";
import { TicketBook, type TicketLine } from "./ticket-book";
import { dossierView } from "./ticket-view";

/**
 * The tickets where no other system keeps them: the list of what has to be done, and one ticket to read and answer.
 *
 * `#T-100001` in the address opens that ticket. Alt+1 goes to the list, Alt+2 to the reply, Alt+3 to the search.
 */
export class TicketsPage extends LitElement {
  static override styles = [base, message, deskStyle].map((text) => unsafeCSS(text));
  static override properties = { language: {}, tokenProvider: { attribute: false } };
  language: Language = languageFor(null);
  tokenProvider: TokenProvider | undefined;
  #book: TicketBook | undefined;
  readonly #seat = new Seat("agent", () => this.#seated());

  get texts(): DeskTexts {
    return deskTexts(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#seat.open(this.tokenProvider);
    addEventListener("keydown", (event) => this.#key(event));
    addEventListener("hashchange", () => this.#follow());
  }

  #seated(): void {
    const { session, person } = this.#seat;
    if (person) this.language = person.language;
    if (session && !this.#book) {
      this.#book = new TicketBook(session, () => this.language, () => this.texts, () => this.requestUpdate());
      this.#follow();
    }
    this.requestUpdate();
  }

  /** The address says which ticket is open. */
  #follow(): void {
    const reference = decodeURIComponent(location.hash.slice(1));
    if (reference) void this.#book?.show(reference).then(() => this.#focus(".ticket-head"));
    else this.#book?.leave();
  }

  protected override updated(): void {
    document.documentElement.lang = this.language;
    const open = this.#book?.open?.ticket.reference;
    document.title = `${open ? `${open} – ` : ""}${this.texts.ticketsTitle} – Mainforte`;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const book = this.#book;
    return html`<div class="desk" lang=${this.language}>
      <header class="top">
        <span class="mark">${icons.mark}</span>
        <h1>${texts.ticketsTitle}</h1>
        <div class="switches">
          <a class="small" href="/desk">${texts.backToDesk}</a>
          <button type="button" class="small" lang=${this.language === "fr" ? "en" : "fr"} @click=${this.#otherLanguage}>${this.language === "fr" ? "English" : "Français"}</button>
          ${this.#seat.person ? html`<bdi class="me">${this.#seat.person.name}</bdi><button type="button" class="small" @click=${() => this.#seat.leave()}>${texts.changePerson}</button>` : nothing}
        </div>
      </header>
      ${!book ? this.#seat.view(texts, "") : book.refused ? html`<main class="door"><p>${texts.notForYou}</p></main>` : this.#work(book)}
    </div>`;
  }

  readonly #otherLanguage = (): void => {
    this.language = this.language === "fr" ? "en" : "fr";
    rememberLanguage(this.language);
  };

  #work(book: TicketBook): TemplateResult {
    const { texts } = this;
    return html`<div class="notices" role="alert">${book.problem ? html`<p class="banner problem">${icons.alert} <span dir="auto">${book.problem}</span></p>` : nothing}</div>
      <div class="columns tickets ${book.open ? "one" : ""}">
        <nav class="queue" aria-label=${texts.ticketsTitle}>
          <form class="search" role="search" @submit=${(event: SubmitEvent) => this.#search(event, book)}>
            <input type="search" id="search" name="q" maxlength="200" aria-label=${texts.ticketWords} placeholder=${texts.ticketWords} .value=${book.words} />
            <button type="submit" class="small">${texts.searchDo}</button>
          </form>
          <label class="check"><input type="checkbox" .checked=${book.all} @change=${(event: Event) => ((book.all = (event.target as HTMLInputElement).checked), void book.find())} /> ${texts.ticketsAll}</label>
          <p class="hint" role="status">${book.lines ? texts.ticketsFound(book.lines.length) : nothing}</p>
          <ul>
            ${book.lines?.map((line) => html`<li>${this.#line(book, line)}</li>`)}
          </ul>
        </nav>
        <main>${book.open ? dossierView(book, book.open, texts, this.language) : html`<p class="empty">${texts.chooseTicket}</p>`}</main>
      </div>`;
  }

  #line(book: TicketBook, line: TicketLine): TemplateResult {
    const { texts } = this;
    return html`<a class="line" href="#${line.reference}" aria-current=${book.open?.ticket.reference === line.reference ? "true" : "false"}>
      <span class="who"><bdi>${line.person}</bdi> <span class="hint">${placeName(line.site)}</span></span>
      <span class="topic" dir="auto">${line.title}</span>
      <span class="tags">
        <span>${line.reference}</span><span>${texts.ticketStates[line.state]}</span>
        ${line.urgency === "normal" ? nothing : html`<span class="tag danger">${line.urgency === "urgent" ? texts.urgent : texts.high}</span>`}
        ${line.answered || ["resolved", "closed"].includes(line.state) ? nothing : html`<span class="tag">${texts.toAnswer}</span>`}
      </span>
    </a>`;
  }

  #search(event: SubmitEvent, book: TicketBook): void {
    event.preventDefault();
    book.words = String(new FormData(event.target as HTMLFormElement).get("q"));
    void book.find();
  }

  #key(event: KeyboardEvent): void {
    if (!event.altKey) return;
    const target = { 1: ".queue .line", 2: "#reply", 3: "#search" }[event.key];
    if (target && this.#focus(target)) event.preventDefault();
  }

  #focus(selector: string): boolean {
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    return !!found;
  }
}

define("mainforte-tickets", TicketsPage);
