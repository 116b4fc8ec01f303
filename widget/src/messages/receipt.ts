import { html, nothing, type TemplateResult } from "lit";
import type { Message, Receipt } from "../contract";
import { icons } from "../icons";
import { address } from "../markdown";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { detailsView } from "./proposal";
import { wordsView } from "./text";

/** What was really recorded, with the reference to quote later. */
export function receiptView(message: Message, context: MessageContext): TemplateResult {
  const { receipt } = message;
  if (!receipt) return html`${wordsView(message, context)}${choicesView(message.choices, context)}`;
  const titles: Record<string, string> = context.texts.receipt;
  return html`${wordsView(message, context)}
    <div class="card receipt">
      <div class="card-title" role="heading" aria-level=${context.headingLevel}>${icons.check}${titles[receipt.kind] ?? context.texts.receipt.other}</div>
      <p class="reference"><span class="label">${context.texts.reference}</span> <strong dir="ltr">${receipt.reference}</strong></p>
      ${detailsView((receipt.details ?? []).filter(({ value }) => value !== receipt.reference))} ${linksView(receipt, context)}
    </div>
    ${choicesView(message.choices, context)}`;
}

function linksView(receipt: Receipt, context: MessageContext): TemplateResult | typeof nothing {
  // An address of the API answers to a token only: the calendar button carries it, a link would not.
  const target = receipt.url && !receipt.url.startsWith("/api/") ? address(receipt.url) : undefined;
  const appointment = receipt.kind === "appointment";
  if (!target && !appointment) return nothing;
  const href = target && (target.host ? target.href : context.base + target.href);
  return html`<div class="card-links">
    ${href ? html`<a href=${href} target="_blank" rel="noopener">${context.texts.follow}<span class="unseen"> ${context.texts.newTab}</span></a>` : nothing}
    ${appointment
      ? html`<button type="button" class="choice plain" @click=${() => context.saveInvitation(receipt.reference)}>${icons.calendar}${context.texts.calendar}</button>`
      : nothing}
  </div>`;
}
