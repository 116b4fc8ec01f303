import { html, nothing, type TemplateResult } from "lit";

/** A number that can be called; whatever else stands there is only text. */
export function phoneView(number: string | undefined, call: string): TemplateResult | typeof nothing {
  if (!number) return nothing;
  const dialled = number.replace(/\(0\)|[^+\d]/g, "");
  return /^\+?\d{3,15}$/.test(dialled) ? html`<a class="call" href="tel:${dialled}" aria-label="${call} ${number}">${call} <bdi>${number}</bdi></a>` : html`<bdi>${number}</bdi>`;
}
