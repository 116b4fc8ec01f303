import { html, nothing, type TemplateResult } from "lit";
import type { Language, Message } from "../contract";
import { define, Piece } from "../piece";

export interface TranslationTexts {
  translate: string;
  translated: string;
  noTranslation: string;
}

/** A message in the reader's language, made by a machine and marked so, below the original; on a press, or at once when `auto`. */
export class Translation extends Piece {
  static override properties = { message: { attribute: false }, texts: { attribute: false }, language: {}, auto: { type: Boolean }, text: { state: true }, failed: { state: true } };
  message!: Message;
  texts!: TranslationTexts;
  language: Language = "fr";
  auto = false;
  text = "";
  failed = false;
  ask!: (message: Message) => Promise<string>;
  #seq = 0;

  /** The list may put another message into this place. */
  protected override willUpdate(): void {
    if (this.#seq === this.message.seq) return;
    this.#seq = this.message.seq;
    this.text = "";
    this.failed = false;
    if (this.auto) void this.#translate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this;
    if (this.text) return html`<div class="translation" lang=${this.language}><p class="label">${texts.translated}</p><p class="written" dir="auto" tabindex="-1">${this.text}</p></div>`;
    if (this.auto && !this.failed) return nothing;
    return html`<p class="translation">${this.failed ? html`<span role="status">${texts.noTranslation} </span>` : nothing}<button type="button" class="translate" @click=${() => void this.#translate()}>${texts.translate}</button></p>`;
  }

  async #translate(): Promise<void> {
    const { message } = this;
    this.failed = false;
    const text = await this.ask(message).catch(() => "");
    if (this.#seq !== message.seq) return;
    this.text = text;
    this.failed = !text;
    if (this.auto || !text) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>(".written")?.focus({ preventScroll: true });
  }
}

define("mainforte-translation", Translation);
