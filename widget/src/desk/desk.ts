import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Language } from "../contract";
import { icons } from "../icons";
import { languageFor, rememberLanguage } from "../language";
import { define } from "../piece";
import { placeName } from "../sites";
import type { TokenProvider } from "../session";
import base from "../styles/base.css";
import deskStyle from "../styles/desk.css";
import message from "../styles/message.css";
import { canned } from "./canned";
import type { Line } from "./contract";
import { Desk } from "./model";
import "./prepare";
import { Seat } from "./sign-in";
import { sideView } from "./side-view";
import { talkView } from "./talk-view";
import { deskTexts, type DeskTexts } from "./texts";

type Asked = { what: "transfer" | "close" } | { what: "prepare"; kind: string };

/**
 * The agents' desk: the queue, one conversation, and everything known about it.
 *
 * Set `tokenProvider` as for the chat; without one, the demo's agents are offered. Alt+1 goes to the queue, Alt+2 to the message,
 * Alt+3 to the search.
 */
export class DeskPage extends LitElement {
  static override styles = [base, message, deskStyle].map((text) => unsafeCSS(text));
  static override properties = { language: {}, tokenProvider: { attribute: false } };
  language: Language = languageFor(null);
  tokenProvider: TokenProvider | undefined;
  #desk: Desk | undefined;
  #asked: Asked | undefined;
  #scrolled = "";
  readonly #seat = new Seat("agent", () => this.#seated());

  get texts(): DeskTexts {
    return deskTexts(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#seat.open(this.tokenProvider);
    addEventListener("keydown", (event) => this.#key(event));
  }

  #seated(): void {
    if (this.#seat.person) this.language = this.#seat.person.language;
    const { session } = this.#seat;
    if (session && !this.#desk) {
      this.#desk = new Desk(session, () => this.language, () => this.texts, () => this.requestUpdate());
    }
    this.requestUpdate();
  }

  protected override updated(): void {
    document.documentElement.lang = this.language;
    const ringing = this.#desk?.lines.filter((line) => line.rings).length ?? 0;
    const unread = this.#desk?.unread.length ?? 0;
    const news = ringing ? `(${ringing}) ${this.texts.rings} – ` : unread ? `(${unread}) ${this.texts.unread} – ` : "";
    document.title = `${news}${this.texts.title} – Mainforte`;
    const log = this.renderRoot.querySelector(".log");
    const whole = this.#desk?.whole;
    const newest = `${whole?.id} ${whole?.messages.length} ${whole?.notes.length} ${whole?.files.length} ${this.#desk?.writing}`;
    if (log && newest !== this.#scrolled) log.scrollTop = log.scrollHeight;
    this.#scrolled = newest;
    const dialog = this.renderRoot.querySelector("dialog");
    if (this.#asked && !dialog?.open) dialog?.showModal();
    else if (!this.#asked && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const desk = this.#desk;
    return html`<div class="desk" lang=${this.language}>
      <header class="top">
        <span class="mark">${icons.mark}</span>
        <h1>${texts.title}</h1>
        ${desk && !desk.refused ? this.#switches(desk) : nothing}
      </header>
      ${!desk ? this.#seat.view(texts, "") : desk.refused ? html`<main class="door"><p>${texts.notForYou}</p>${this.#leave()}</main>` : this.#work(desk)}
    </div>`;
  }

  #switches(desk: Desk): TemplateResult {
    const { texts } = this;
    return html`<div class="switches">
      <label class="check"><input type="checkbox" role="switch" .checked=${desk.available} @change=${(event: Event) => desk.setAvailable((event.target as HTMLInputElement).checked)} />
        ${desk.available ? texts.available : texts.away}</label>
      <label class="check"><input type="checkbox" role="switch" .checked=${desk.sound} @change=${(event: Event) => desk.setSound((event.target as HTMLInputElement).checked)} /> ${texts.sound}</label>
      <a class="small" href="/desk/tickets" target="_blank" rel="opener">${texts.tickets}<span class="unseen"> ${texts.newTab}</span></a>
      <button type="button" class="small" lang=${this.language === "fr" ? "en" : "fr"} @click=${this.#otherLanguage}>${this.language === "fr" ? "English" : "Français"}</button>
      ${this.#seat.person ? html`<bdi class="me">${this.#seat.person.name}</bdi>${this.#leave()}` : nothing}
    </div>`;
  }

  #leave(): TemplateResult {
    return html`<button type="button" class="small" @click=${() => this.#seat.leave()}>${this.texts.changePerson}</button>`;
  }

  readonly #otherLanguage = (): void => {
    this.language = this.language === "fr" ? "en" : "fr";
    rememberLanguage(this.language);
    if (this.#desk?.whole) void this.#desk.open(this.#desk.whole.id);
  };

  #work(desk: Desk): TemplateResult {
    const { texts } = this;
    return html`<div class="notices">
        <div role="status">${desk.online ? nothing : html`<p class="banner">${icons.alert} ${texts.offline}</p>`}</div>
        <div role="alert">${desk.problem && this.#asked?.what !== "prepare" ? html`<p class="banner problem">${icons.alert} <span dir="auto">${desk.problem}</span></p>` : nothing}</div>
      </div>
      <div class="columns">
        <nav class="queue" aria-label=${texts.queue} aria-keyshortcuts="Alt+1" tabindex="-1">
          <h2>${texts.mine}</h2>
          ${this.#list(desk, desk.mine, texts.noneMine)}
          <h2>${texts.waiting(desk.waiting.length)}</h2>
          ${this.#list(desk, desk.waiting, texts.nobody)}
        </nav>
        <main>${desk.whole ? keyed(desk.whole.id, this.#talk(desk)) : html`<p class="empty">${texts.chooseOne} <span class="hint">${texts.shortcuts}</span></p>`}</main>
        ${desk.whole ? keyed(desk.whole.id, html`<aside tabindex="0" aria-label=${texts.summary}>${sideView(desk, texts, { insert: this.#insert, prepare: (kind) => this.#ask({ what: "prepare", kind }) })}</aside>`) : nothing}
      </div>
      <dialog @close=${this.#answered} aria-label=${texts.conversation}>${this.#question(desk)}</dialog>`;
  }

  #list(desk: Desk, lines: Line[], none: string): TemplateResult {
    if (!lines.length) return html`<p class="hint">${none}</p>`;
    return html`<ul>
      ${lines.map((line) => html`<li>${this.#line(desk, line)}</li>`)}
    </ul>`;
  }

  #line(desk: Desk, line: Line): TemplateResult {
    const { texts } = this;
    const waited = Math.floor((line.waitedSeconds + (desk.now - desk.told) / 1000) / 60);
    return html`<button type="button" class="line ${line.rings ? "rings" : ""}" aria-current=${desk.whole?.id === line.id ? "true" : "false"} @click=${() => void this.#open(desk, line)}>
      <span class="who"><bdi>${line.person}</bdi> <span class="hint">${placeName(line.site)} · ${line.language.toUpperCase()}</span></span>
      <span class="topic" dir="auto">${line.topic}</span>
      <span class="tags">
        ${line.state === "offered" ? html`<span>${icons.clock} ${texts.minutes(waited)}</span>` : nothing}
        ${line.state === "wrap" ? html`<span class="tag">${texts.left}</span>` : nothing}
        ${line.urgency === "normal" ? nothing : html`<span class="tag danger">${line.urgency === "urgent" ? texts.urgent : texts.high}</span>`}
        ${line.rings ? html`<span class="tag">${texts.forYou}</span>` : nothing}
        ${desk.unread.includes(line) && line.id !== desk.whole?.id ? html`<span class="tag">${texts.unread}</span>` : nothing}
        ${line.ticket ? html`<span>${line.ticket}</span>` : nothing}
      </span>
    </button>`;
  }

  /** Where everything stands below one another, the conversation may be further down than what can be seen. */
  async #open(desk: Desk, line: Line): Promise<void> {
    await desk.open(line.id);
    await this.updateComplete;
    const head = this.renderRoot.querySelector(".talk-head");
    const top = head?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) head?.scrollIntoView();
  }

  #talk(desk: Desk): TemplateResult {
    const { texts } = this;
    const whole = desk.whole!;
    return html`<div class="talk-head">
        <h2><bdi>${whole.person.name}</bdi></h2>
        <div class="buttons">
          ${whole.state === "offered" ? html`<button type="button" class="choice primary" @click=${() => void desk.claim().then(() => this.#focus("#message"))}>${texts.claim}</button>` : nothing}
          ${whole.state === "held"
            ? html`<button type="button" class="choice" @click=${() => this.#ask({ what: "transfer" })}>${texts.transfer}</button>
                <button type="button" class="choice" @click=${() => void desk.release()}>${texts.release}</button>`
            : nothing}
          ${whole.state === "offered" ? nothing : html`<button type="button" class="choice primary" @click=${() => this.#ask({ what: "close" })}>${texts.close}</button>`}
        </div>
      </div>
      ${whole.state === "wrap" ? html`<p class="banner">${texts.wrap}</p>` : nothing}
      <div class="log" role="log" aria-label=${texts.conversation} tabindex="0">${talkView(whole, texts, this.language, desk.writing, desk)}</div>
      ${whole.state === "held" ? this.#composer(desk) : nothing}`;
  }

  #composer(desk: Desk): TemplateResult {
    const { texts } = this;
    const whole = desk.whole!;
    return html`<form class="compose" @submit=${this.#send}>
      <div class="canned" role="group" aria-label=${texts.canned} lang=${whole.language}>
        ${canned[whole.language].map((one) => html`<button type="button" class="small" @click=${() => this.#insert(one.text.replace("{me}", this.#seat.person?.name ?? texts.system))}>${one.name}</button>`)}
      </div>
      ${desk.sources.map(
        (source) => html`<p class="source">${texts.withSource} <bdi>${source.title}</bdi>
          <button type="button" class="small" aria-label="${texts.removeSource} ${source.title}" @click=${() => desk.uncite(source)}>${icons.close}</button></p>`,
      )}
      <div class="compose-row">
        <textarea id="message" aria-keyshortcuts="Alt+2" rows="3" maxlength="4000" dir="auto" aria-label=${texts.message} placeholder=${texts.messageHint} .value=${desk.draft(whole.id)} @input=${this.#wrote} @keydown=${this.#composeKey}></textarea>
        <button type="submit" class="choice primary" aria-label=${texts.send}>${icons.send}</button>
      </div>
    </form>`;
  }

  readonly #wrote = (): void => {
    this.#keep();
    this.#desk!.writes();
  };

  #keep(): void {
    this.#desk!.keepDraft(this.#desk!.whole!.id, this.#box!.value);
  }

  readonly #composeKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#send(event);
  };

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const box = this.#box!;
    const text = box.value.trim();
    if (!text || box.readOnly) return;
    box.readOnly = true;
    const { id } = this.#desk!.whole!;
    if (await this.#desk!.say(text)) {
      this.#desk!.keepDraft(id, "");
      box.value = "";
    }
    box.readOnly = false;
    box.focus();
  };

  /** Into the message at the cursor; nothing is sent before the agent does. */
  readonly #insert = (text: string): void => {
    const box = this.#box;
    if (!box) return;
    const before = box.value.slice(0, box.selectionStart);
    const gap = before && !/\s$/.test(before) ? "\n" : "";
    box.setRangeText(gap + text, box.selectionStart, box.selectionEnd, "end");
    this.#keep();
    box.focus();
  };

  get #box(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("#message");
  }

  #question(desk: Desk): TemplateResult | typeof nothing {
    const { texts } = this;
    const asked = this.#asked;
    if (!asked || !desk.whole) return nothing;
    if (asked.what === "prepare") return html`<mainforte-prepare .desk=${desk} .texts=${texts} .kind=${asked.kind} .done=${() => this.#ask(undefined)}></mainforte-prepare>`;
    const options: [string, string][] =
      asked.what === "close"
        ? Object.entries(texts.outcomes)
        : [["", texts.transferQueue], ...desk.whole.colleagues.map(({ id, name }): [string, string] => [id, name])];
    const chosen = (value: string): void => {
      this.#ask(undefined);
      void (asked.what === "close" ? desk.close(value) : desk.transfer(value || undefined));
    };
    return html`<h2>${asked.what === "close" ? texts.closeTitle : texts.transferTitle}</h2>
      ${asked.what === "close" && desk.whole.state === "held" && desk.unanswered ? html`<p class="banner">${icons.alert} ${texts.unanswered}</p>` : nothing}
      <div class="options">${options.map(([value, name]) => html`<button type="button" class="choice" @click=${() => chosen(value)}>${name}</button>`)}</div>
      <button type="button" class="small" @click=${() => this.#ask(undefined)}>${texts.cancel}</button>`;
  }

  #ask(asked: Asked | undefined): void {
    this.#asked = asked;
    if (this.#desk) this.#desk.problem = "";
    this.requestUpdate();
  }

  readonly #answered = (): void => {
    this.#asked = undefined;
    this.requestUpdate();
  };

  #key(event: KeyboardEvent): void {
    if (!event.altKey || this.#asked) return;
    const target = { 1: ".queue .line", 2: "#message", 3: "#search" }[event.key];
    if (target && this.#focus(target)) event.preventDefault();
  }

  #focus(selector: string): boolean {
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    return !!found;
  }
}

define("mainforte-desk", DeskPage);
