import { html, nothing, type TemplateResult } from "lit";
import type { Conversation } from "./conversation";
import { icons } from "./icons";
import { markdown } from "./markdown-view";
import { messageView, type MessageContext } from "./messages";
import { placeOf } from "./messages/text";
import type { Message } from "./contract";
import type { Thread } from "./thread";
import type { Unsent } from "./outbox-store";
import type { Texts } from "./texts";

/** The conversation so far: messages, the answer being written, and what is still to be sent. */
export function logView(conversation: Conversation, context: Omit<MessageContext, "live">, offline: boolean): TemplateResult {
  const { thread } = conversation;
  const online = conversation.online && !offline;
  return html`${thread.messages.map((message, index) => messageView(withoutHuman(message, thread), { ...context, live: thread.isLive(message, index) }))}
    ${thread.pending.map((item) => pendingView(item, conversation, online, context.texts))} ${writingView(conversation, online, context)}`;
}

/** Who waits for a person or talks with one needs no button to get one. */
const withoutHuman = (message: Message, { state }: Thread): Message =>
  message.choices && (state === "offered" || state === "held") ? { ...message, choices: message.choices.filter(({ style }) => style !== "human") } : message;

function pendingView(item: Unsent, conversation: Conversation, online: boolean, texts: Texts): TemplateResult {
  const state = item.refused !== undefined ? texts.notSent : conversation.thread.stored(item) ? texts.sent : online ? texts.sending : texts.waitingForNetwork;
  return html`<article class="message employee pending ${item.refused === undefined ? "" : "refused"}" aria-label="${texts.you}, ${state}">
    <p class="byline"><span class="author">${texts.you}</span> <span>${state}</span></p>
    <div class="bubble"><p class="written" dir="auto">${item.label}</p></div>
    ${item.refused === undefined ? nothing : refusedView(item, conversation, texts)}
  </article>`;
}

function refusedView(item: Unsent, conversation: Conversation, texts: Texts): TemplateResult {
  return html`<p class="error">${icons.alert}<span dir="auto">${item.refused || texts.failed}</span></p>
    <div class="choices">
      <button type="button" class="choice plain" @click=${() => conversation.retry(item)}>${texts.retry}</button>
      <button type="button" class="choice plain" @click=${() => conversation.discard(item)}>${texts.discard}</button>
    </div>`;
}

function writingView({ thread, stop }: Conversation, online: boolean, context: Omit<MessageContext, "live">): TemplateResult | typeof nothing {
  const { texts } = context;
  if (thread.live?.text) {
    return html`<article class="message assistant live" aria-label=${texts.writing}>
      <p class="byline"><span class="author">${texts.assistant}</span> <span>${texts.writing}</span></p>
      <div class="bubble"><div class="words">${markdown(thread.live.text, placeOf(context))}</div></div>
      <div class="choices"><button type="button" class="choice plain stop" @click=${stop}>${texts.stop}</button></div>
    </article>`;
  }
  if (!thread.typing && !(thread.busy && online)) return nothing;
  const person = thread.state === "held" || thread.typing === "agent";
  return html`<p class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${person ? texts.personWriting : texts.looking}</p>`;
}
