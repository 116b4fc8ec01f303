import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { timeOf } from "./clock";
import type { Language, ResumeLink } from "./contract";
import { address } from "./markdown";
import { define, Piece } from "./piece";
import type { Texts } from "./texts";

export type Asked = { what: "erase"; erase: () => void } | { what: "resume"; link: ResumeLink };

/** The two questions that stand in front of the conversation: going on elsewhere, and erasing. */
export class Dialogs extends Piece {
  static override properties = { texts: { attribute: false }, language: { attribute: false }, asked: { attribute: false } };
  texts!: Texts;
  language!: Language;
  asked: Asked | undefined;
  closed!: () => void;

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.querySelector("dialog");
    if (changed.has("asked") && this.asked && dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.asked) return nothing;
    return html`<dialog class="question" aria-labelledby="question-title" @close=${() => this.closed()} @keydown=${(event: KeyboardEvent) => event.key === "Escape" && event.stopPropagation()}>
      ${this.asked.what === "erase" ? this.#erase(this.asked.erase) : this.#resume(this.asked.link)}
    </dialog>`;
  }

  #erase(erase: () => void): TemplateResult {
    const { texts } = this;
    return html`<h2 id="question-title">${texts.eraseTitle}</h2>
      <p>${texts.eraseHelp}</p>
      <div class="choices">
        <button type="button" class="choice danger" @click=${() => (this.#close(), erase())}>${texts.eraseYes}</button>
        <button type="button" class="choice plain" autofocus @click=${this.#close}>${texts.eraseNo}</button>
      </div>`;
  }

  #resume(link: ResumeLink): TemplateResult {
    const { texts } = this;
    const target = address(link.url);
    return html`<h2 id="question-title">${texts.resumeTitle}</h2>
      <p>${texts.resumeHelp}</p>
      ${link.qr.startsWith("<svg") || link.qr.startsWith("<?xml")
        ? html`<img class="qr" alt=${texts.qr} width="208" height="208" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(link.qr)}" />`
        : nothing}
      <p class="link" dir="ltr">${target ? html`<a href=${target.href} target="_blank" rel="noopener">${link.url}<span class="unseen"> ${texts.newTab}</span></a>` : link.url}</p>
      <p class="hint">${texts.resumeExpires(timeOf(link.expires, this.language))}</p>
      <div class="choices"><button type="button" class="choice primary" autofocus @click=${this.#close}>${texts.done}</button></div>`;
  }

  #close(): void {
    this.querySelector("dialog")?.close();
  }
}

define("mainforte-dialogs", Dialogs);
