import { html, nothing, type TemplateResult } from "lit";
import { timeOf } from "../clock";
import type { Message } from "../contract";
import type { Texts } from "../texts";
import { answerView } from "./answer";
import type { MessageContext } from "./context";
import { formView } from "./form";
import { proposalView } from "./proposal";
import { receiptView } from "./receipt";
import { stepView } from "./step";
import { textView } from "./text";

export type { MessageContext } from "./context";

type View = (message: Message, context: MessageContext) => TemplateResult;

/** How each kind is drawn; a kind that is missing here shows its text and its choices. */
const views: Record<string, View> = {
  text: textView,
  clarification: textView,
  unknown: textView,
  "out-of-scope": textView,
  handover: textView,
  notice: textView,
  answer: answerView,
  step: stepView,
  form: formView,
  proposal: proposalView,
  receipt: receiptView,
};

export function messageView(message: Message, context: MessageContext): TemplateResult {
  const { kind } = message.author;
  const author = authorOf(message, context.texts);
  const time = timeOf(message.at, context.language);
  const view = Object.hasOwn(views, message.kind) ? views[message.kind]! : textView;
  return html`<article class="message ${kind}" data-kind=${message.kind} data-seq=${message.seq} aria-label="${author}, ${time}">
    <p class="byline"><bdi class="author">${author}</bdi> <time datetime=${message.at}>${time}</time></p>
    <div class="bubble" lang=${message.language ?? nothing}>${view(message, context)}</div>
  </article>`;
}

export function authorOf(message: Message, texts: Texts): string {
  switch (message.author.kind) {
    case "employee":
      return texts.you;
    case "agent":
      return message.author.name ? `${message.author.name} · ${texts.person}` : texts.person;
    case "system":
      return texts.system;
    default:
      return texts.assistant;
  }
}
