import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { markdown, type Place } from "../markdown-view";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { sourcesView } from "./sources";
import "./translation";

/** The words of a message. What the employee wrote is shown as written; the others write Markdown. */
export function wordsView(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  if (!message.text) return nothing;
  if (message.author.kind === "employee") return html`<p class="written" dir="auto">${message.text}</p>`;
  return html`<div class="words">${markdown(message.text, placeOf(context))}</div>${translationView(message, context)}`;
}

/** What a person of the desk wrote in another language than the reader's can be asked for in theirs; the original stays. */
function translationView(message: Message, { translate, texts, language }: MessageContext): TemplateResult | typeof nothing {
  if (!translate || message.author.kind !== "agent" || !message.language || message.language === language) return nothing;
  return html`<mainforte-translation .message=${message} .texts=${texts} .language=${language} .ask=${translate}></mainforte-translation>`;
}

export const placeOf = ({ base, texts, headingLevel }: Omit<MessageContext, "live">): Place => ({ base, newTab: texts.newTab, headingLevel });

/** A plain message; also every kind that this version does not know. */
export function textView(message: Message, context: MessageContext): TemplateResult {
  return html`${wordsView(message, context)}${sourcesView(message, context)}${choicesView(message.choices, context)}`;
}
