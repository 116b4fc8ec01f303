import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { markdown, type Place } from "../markdown-view";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { sourcesView } from "./sources";

/** The words of a message. What the employee wrote is shown as written; the others write Markdown. */
export function wordsView(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  if (!message.text) return nothing;
  if (message.author.kind === "employee") return html`<p class="written" dir="auto">${message.text}</p>`;
  return html`<div class="words">${markdown(message.text, placeOf(context))}</div>`;
}

export const placeOf = ({ base, texts, headingLevel }: Omit<MessageContext, "live">): Place => ({ base, newTab: texts.newTab, headingLevel });

/** A plain message; also every kind that this version does not know. */
export function textView(message: Message, context: MessageContext): TemplateResult {
  return html`${wordsView(message, context)}${sourcesView(message, context)}${choicesView(message.choices, context)}`;
}
