import { html, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import "./feedback";
import { sourcesView } from "./sources";
import { wordsView } from "./text";

/** An answer from the knowledge base: the words, where they come from, and whether they helped. */
export function answerView(message: Message, context: MessageContext): TemplateResult {
  return html`${wordsView(message, context)} ${sourcesView(message, context)}
    <mainforte-feedback .message=${message} .context=${context}></mainforte-feedback>
    ${choicesView(message.choices, context)}`;
}
