import { html, type TemplateResult } from "lit";
import { timeOf } from "../clock";
import type { Detail, Message } from "../contract";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { wordsView } from "./text";

/** Something the assistant would do, word for word, until the person says yes or no. */
export function proposalView(message: Message, context: MessageContext): TemplateResult {
  const { proposal } = message;
  const { texts, language } = context;
  if (!proposal) return html`${wordsView(message, context)}${choicesView(message.choices, context)}`;
  const titles: Record<string, string> = texts.proposal;
  return html`${wordsView(message, context)}
    <div class="card proposal">
      <div class="card-title" role="heading" aria-level=${context.headingLevel}>${titles[proposal.request] ?? texts.proposal.other}</div>
      ${detailsView(proposal.summary)}
      <p class="card-note">${proposal.expires ? texts.expires(timeOf(proposal.expires, language)) : texts.noExpiry}</p>
    </div>
    ${choicesView(message.choices, context)}`;
}

export function detailsView(details: Detail[] | undefined): TemplateResult {
  return html`<dl>
    ${(details ?? []).map(({ label, value }) => html`<div><dt dir="auto">${label}</dt><dd dir="auto">${value}</dd></div>`)}
  </dl>`;
}
