import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { define } from "./piece";

/** How long a sentence stays in the region: longer than any reader needs to pick it up. */
const keptMs = 15_000;

interface Said {
  text: string;
  language: string;
}

/** The one live region: speaks whole sentences, politely, each once. */
export class Announcer extends LitElement {
  static override properties = { said: { state: true } };
  said: Said[] = [];

  say(text: string, language: string): void {
    if (!text) return;
    const said = { text, language };
    this.said = [...this.said, said];
    setTimeout(() => (this.said = this.said.filter((one) => one !== said)), keptMs);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(_: PropertyValues): void {
    this.setAttribute("aria-live", "polite");
    this.setAttribute("aria-relevant", "additions");
    this.className = "unseen announcer";
  }

  protected override render(): TemplateResult {
    return html`${this.said.map(({ text, language }) => html`<p lang=${language}>${text}</p>`)}`;
  }
}

define("mainforte-announcer", Announcer);
