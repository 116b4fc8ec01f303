import { html, nothing, type TemplateResult } from "lit";
import { icons } from "./icons";
import { define, Piece } from "./piece";
import type { Texts } from "./texts";

export interface MenuEntry {
  label: string;
  icon: TemplateResult;
  language?: string;
  chosen: () => void;
}

/** A button that shows further buttons. Esc or a press elsewhere hides them. */
export class Menu extends Piece {
  static override properties = { texts: { attribute: false }, entries: { attribute: false }, open: { state: true } };
  texts!: Texts;
  entries: MenuEntry[] = [];
  open = false;

  protected override render(): TemplateResult {
    return html`<div class="menu" @keydown=${this.#key} @focusout=${this.#left}>
      <button type="button" class="icon-button" aria-label=${this.texts.menu} aria-expanded=${String(this.open)} aria-controls="menu-entries"
        @click=${() => (this.open = !this.open)}>${icons.menu}</button>
      <ul id="menu-entries" class="menu-entries" ?hidden=${!this.open}>
        ${this.entries.map(
          (entry) => html`<li>
            <button type="button" lang=${entry.language ?? nothing} @click=${() => this.#choose(entry)}>${entry.icon}<span>${entry.label}</span></button>
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #choose(entry: MenuEntry): void {
    this.open = false;
    this.querySelector("button")?.focus();
    entry.chosen();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    event.preventDefault();
    this.open = false;
    this.querySelector("button")?.focus();
  }

  #left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.open = false;
  }
}

define("mainforte-menu", Menu);
