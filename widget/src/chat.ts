import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import "./announcer";
import type { Announcer } from "./announcer";
import type { Composer } from "./composer";
import "./composer";
import type { Language } from "./contract";
import "./dialogs";
import { icons } from "./icons";
import { logView } from "./log";
import { menuEntries } from "./menu-entries";
import "./menu";
import { peopleView } from "./people";
import { define } from "./piece";
import { bannerView, noticeView, statusLine } from "./notices";
import { Scroll } from "./scroll";
import type { TokenProvider } from "./session";
import { styles } from "./styles";
import { textsIn, type Texts } from "./texts";
import { Visit } from "./visit";

/**
 * The panel of the chat, without the launcher.
 *
 * Properties are those of `<mainforte-chat>`, which makes this element and hands them on.
 * @fires mainforte-close - The person wants it closed (button or Esc); never when `full`.
 * @fires mainforte-language - `detail` is the language chosen in the menu.
 * @fires mainforte-message - A message came that the person did not write.
 */
export class ChatPanel extends LitElement {
  static override styles = styles;
  static override properties = { language: {}, api: {}, full: { type: Boolean }, entry: {}, tokenProvider: { attribute: false } };
  language: Language = "fr";
  api = "";
  full = false;
  entry = "";
  tokenProvider: TokenProvider | undefined;
  readonly #visit = new Visit(this);
  readonly #scroll = new Scroll(() => this.renderRoot.querySelector<HTMLElement>(".log"));

  get texts(): Texts {
    return textsIn(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#visit.connected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visit.disconnected();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<Composer>("mainforte-composer")?.focus());
  }

  speak(text: string, language: string = this.language): void {
    this.renderRoot.querySelector<Announcer>("mainforte-announcer")?.say(text, language);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("tokenProvider") || changed.has("api")) this.#visit.beginAs();
  }

  protected override updated(): void {
    this.#scroll.follow();
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const visit = this.#visit;
    return html`<div class="panel ${this.full ? "full" : ""}" lang=${this.language} @keydown=${this.#key} @scroll=${this.#scroll.scrolled}>
      ${this.#header()} ${bannerView(visit, texts)}
      <div class="notices">${noticeView(visit, texts)}</div>
      ${visit.people
        ? peopleView(visit.people, texts, visit.become)
        : html`<div class="log" role="log" aria-live="off" aria-label=${texts.conversation} aria-busy=${String(!visit.conversation && !visit.problem)} tabindex="0" @scroll=${this.#scroll.scrolled}>
              ${visit.conversation ? logView(visit.conversation, visit.context, visit.offline) : visit.problem ? nothing : html`<p class="typing">${texts.opening}</p>`}
            </div>
            ${this.#foot()}`}
      <mainforte-announcer></mainforte-announcer>
      <mainforte-dialogs .texts=${texts} .language=${this.language} .asked=${visit.asked} .closed=${visit.answered}></mainforte-dialogs>
    </div>`;
  }

  #header(): TemplateResult {
    const { texts } = this;
    const title = html`<span class="product">${texts.product}</span><span class="status">${statusLine(this.#visit, texts)}</span>`;
    return html`<div class="header">
      <span class="mark">${icons.mark}</span>
      ${this.full ? html`<h1 class="title">${title}</h1>` : html`<h2 class="title">${title}</h2>`}
      <mainforte-menu .texts=${texts} .entries=${menuEntries(this.#visit, texts, this.language)}></mainforte-menu>
      ${this.full ? nothing : html`<button type="button" class="icon-button" aria-label=${texts.close} @click=${this.#close}>${icons.close}</button>`}
    </div>`;
  }

  #foot(): TemplateResult {
    const visit = this.#visit;
    const over = visit.conversation?.thread.state === "closed";
    return html`${over
        ? html`<div class="over"><p>${this.texts.closed}</p>
            <div class="choices">
              <button type="button" class="choice primary" @click=${visit.startAfresh}>${this.texts.newConversation}</button>
            </div>
          </div>`
        : nothing}
      <mainforte-composer .texts=${this.texts} .uploads=${visit.uploads.list} .ready=${!!visit.conversation} .alone=${!["offered", "held"].includes(visit.conversation?.thread.state ?? "")} .draftKey=${visit.conversation?.id ?? ""}
        .say=${visit.say} .writes=${visit.writes} .human=${visit.askForPerson} .attach=${visit.attach}></mainforte-composer>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.full && !event.defaultPrevented) this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("mainforte-close", { bubbles: true, composed: true }));
  }
}

define("mainforte-panel", ChatPanel);
