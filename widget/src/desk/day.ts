import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from "lit";
import { Api, Problem } from "../api";
import type { Language } from "../contract";
import { icons } from "../icons";
import { languageFor, rememberLanguage } from "../language";
import { define } from "../piece";
import type { TokenProvider } from "../session";
import base from "../styles/base.css";
import deskStyle from "../styles/desk.css";
import message from "../styles/message.css";
import { phoneView } from "./phone";
import { Seat } from "./sign-in";
import { deskTexts, type DeskTexts } from "./texts";

interface Visit {
  reference: string;
  start: string;
  end: string;
  place: string;
  reason: string;
  ticket?: string;
  state: string;
  person?: string;
  address?: string;
  room?: string;
  phone?: string;
  tried?: { label: string; value: string }[];
  outcome?: string;
}

interface Slot {
  id: string;
  start: string;
}

type Asked = { what: "move"; visit: Visit; slots: Slot[] } | { what: "done"; visit: Visit };

const refreshMs = 20_000;

/** A technician's today and tomorrow: where, for whom, what was tried; call, move, done. Keeps itself fresh. */
export class DayPage extends LitElement {
  static override styles = [base, message, deskStyle].map((text) => unsafeCSS(text));
  static override properties = { language: {}, tokenProvider: { attribute: false } };
  language: Language = languageFor(null);
  tokenProvider: TokenProvider | undefined;
  #api: Api | undefined;
  #days: Visit[][] | undefined;
  #asked: Asked | undefined;
  #problem = "";
  /** Why what is shown may be old; it ends by itself, what the technician was told about their own doing does not. */
  #behind = "";
  /** What the technician just did: a visit that was moved may not be on the page any more. */
  #done = "";
  #refused = false;
  readonly #seat = new Seat("technician", () => this.#seated());

  get texts(): DeskTexts {
    return deskTexts(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#seat.open(this.tokenProvider);
    setInterval(() => void this.#load(), refreshMs);
  }

  #seated(): void {
    const { session, person } = this.#seat;
    if (person) this.language = person.language;
    if (session && !this.#api) {
      this.#api = new Api("", session, () => this.language);
      void this.#load();
    }
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    if (!this.#api || this.#refused) return;
    try {
      this.#days = await this.#api.json<Visit[][]>("/api/desk/day");
      this.#behind = "";
    } catch (error) {
      this.#refused = error instanceof Problem && error.status === 404 && !this.#days;
      this.#behind = this.#words(error);
    }
    this.requestUpdate();
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      this.#problem = "";
      await work();
    } catch (error) {
      this.#problem = this.#words(error);
    }
    this.requestUpdate();
  }

  #words(error: unknown): string {
    return error instanceof Problem && error.detail ? error.detail : this.texts.failed;
  }

  protected override updated(): void {
    document.documentElement.lang = this.language;
    document.title = `${this.texts.dayTitle} – Mainforte`;
    const dialog = this.renderRoot.querySelector("dialog");
    if (this.#asked && !dialog?.open) dialog?.showModal();
    else if (!this.#asked && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<div class="desk" lang=${this.language}>
      <header class="top"><span class="mark">${icons.mark}</span><h1>${texts.dayTitle}</h1>
        <div class="switches">
          <button type="button" class="small" lang=${this.language === "fr" ? "en" : "fr"} @click=${this.#otherLanguage}>${this.language === "fr" ? "English" : "Français"}</button>
          ${this.#seat.person ? html`<bdi class="me">${this.#seat.person.name}</bdi><button type="button" class="small" @click=${() => this.#seat.leave()}>${texts.changePerson}</button>` : nothing}
        </div>
      </header>
      ${!this.#api ? this.#seat.view(texts, "") : this.#refused ? html`<main class="door"><p>${texts.dayNotForYou}</p></main>` : this.#dayViews()}
    </div>`;
  }

  readonly #otherLanguage = (): void => {
    this.language = this.language === "fr" ? "en" : "fr";
    rememberLanguage(this.language);
  };

  #dayViews(): TemplateResult {
    const { texts } = this;
    const told = this.#problem || this.#behind;
    return html`<main class="days">
        <div role="alert">${told ? html`<p class="banner problem">${told}</p>` : nothing}</div>
        <div role="status">${this.#done ? html`<p class="banner">${icons.check} <span dir="auto">${this.#done}</span></p>` : nothing}</div>
        ${this.#days?.map(
          (day, index) => html`<section aria-labelledby="day-${index}"><h2 id="day-${index}">${index ? texts.tomorrow : texts.today}</h2>
            ${day.length ? day.map((visit) => this.#visit(visit)) : html`<p class="hint">${texts.none}</p>`}</section>`,
        )}
      </main>
      <dialog @close=${() => this.#ask(undefined)} aria-label=${texts.dayTitle}>${this.#question()}</dialog>`;
  }

  #visit(visit: Visit): TemplateResult {
    const { texts } = this;
    const over = visit.state === "done";
    return html`<article class="visit ${over ? "over" : ""}">
      <h3>${this.#time(visit.start)} – ${this.#time(visit.end)} · <bdi>${visit.person}</bdi> ${over ? html`<span class="tag">${texts.isDone}</span>` : nothing}</h3>
      <dl class="rows">
        <div><dt>${texts.place}</dt><dd dir="auto">${visit.place}</dd></div>
        ${visit.room ? html`<div><dt>${texts.room}</dt><dd dir="auto">${visit.room}</dd></div>` : nothing}
        ${visit.phone ? html`<div><dt>${texts.phone}</dt><dd>${phoneView(visit.phone, texts.call)}</dd></div>` : nothing}
        ${visit.address ? html`<div><dt>${texts.address}</dt><dd dir="auto">${visit.address}</dd></div>` : nothing}
        <div><dt>${texts.reason}</dt><dd dir="auto">${visit.reason}</dd></div>
        ${visit.ticket ? html`<div><dt>${texts.ticket}</dt><dd>${visit.ticket}</dd></div>` : nothing}
      </dl>
      ${visit.tried?.length
        ? html`<details><summary>${texts.tried}</summary>
            <dl class="rows">${visit.tried.map(({ label, value }) => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`)}</dl></details>`
        : nothing}
      ${visit.outcome ? html`<p>${visit.outcome}</p>` : nothing}
      ${over
        ? nothing
        : html`<div class="buttons">
            <button type="button" class="choice" @click=${() => void this.#askMove(visit)}>${texts.move}</button>
            <button type="button" class="choice primary" @click=${() => this.#ask({ what: "done", visit })}>${texts.done}</button>
          </div>`}
    </article>`;
  }

  #question(): TemplateResult | typeof nothing {
    const { texts } = this;
    const asked = this.#asked;
    if (!asked) return nothing;
    const cancel = html`<button type="button" class="small" @click=${() => this.#ask(undefined)}>${texts.cancel}</button>`;
    if (asked.what === "move")
      return html`<h2>${texts.moveTitle}</h2>
        ${asked.slots.length ? nothing : html`<p>${texts.noSlot}</p>`}
        <div class="options">
          ${asked.slots.map((slot) => html`<button type="button" class="choice" @click=${() => void this.#change(asked.visit, { slot: slot.id }, texts.visitMoved(asked.visit.person ?? "", this.#moment(slot.start)))}>${this.#moment(slot.start)}</button>`)}
        </div>
        ${cancel}`;
    return html`<form class="prepare" @submit=${(event: SubmitEvent) => this.#finish(event, asked.visit)}>
      <h2>${texts.doneTitle}</h2>
      <div class="field"><label for="outcome">${texts.doneTitle}</label>
        <select id="outcome" name="outcome">${Object.entries(texts.doneOutcomes).map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select></div>
      <div class="field"><label for="minutes">${texts.minutesOnSite}</label><input id="minutes" name="minutes" type="number" min="0" max="600" required value="30" /></div>
      <div class="buttons"><button type="submit" class="choice primary">${texts.save}</button>${cancel}</div>
    </form>`;
  }

  #finish(event: SubmitEvent, visit: Visit): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.#change(visit, { outcome: String(form.get("outcome")), minutes: Number(form.get("minutes")) }, this.texts.visitEnded(visit.person ?? ""));
  }

  async #askMove(visit: Visit): Promise<void> {
    await this.#try(async () => {
      const slots = await this.#api!.json<Slot[]>(`/api/desk/day/${encodeURIComponent(visit.reference)}/slots`);
      this.#ask({ what: "move", visit, slots });
    });
  }

  async #change(visit: Visit, change: unknown, done: string): Promise<void> {
    this.#ask(undefined);
    this.#done = "";
    await this.#try(() => this.#api!.call(`/api/desk/day/${encodeURIComponent(visit.reference)}`, { method: "PATCH", json: change }));
    if (this.#problem) return;
    this.#done = done;
    await this.#load();
  }

  #ask(asked: Asked | undefined): void {
    this.#asked = asked;
    this.requestUpdate();
  }

  #time(at: string): string {
    return this.#format(at, { hour: "2-digit", minute: "2-digit" });
  }

  #moment(at: string): string {
    const moment = this.#format(at, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    return this.language === "fr" ? moment.replace(/ 1 (?=\p{L})/u, " 1er ") : moment;
  }

  #format(at: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.language === "en" ? "en-GB" : "fr-FR", { ...options, timeZone: "Europe/Paris" }).format(new Date(at));
  }
}

define("mainforte-day", DayPage);
