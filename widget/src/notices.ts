import { html, nothing, type TemplateResult } from "lit";
import { icons } from "./icons";
import type { Texts } from "./texts";
import type { Visit } from "./visit";

/** Who is answering: an AI, until a person is. */
export function statusLine({ conversation }: Pick<Visit, "conversation">, texts: Texts): string {
  if (conversation?.thread.state !== "held") return texts.assistant;
  return texts.withPerson(conversation.thread.queue?.agent ?? "");
}

/** The network and the queue: what goes on around the conversation. */
export function bannerView({ conversation, offline, leave }: Visit, texts: Texts): TemplateResult {
  const queue = conversation?.thread.state === "offered" ? conversation.thread.queue : undefined;
  return html`<div class="banners" role="status">
    ${offline
      ? html`<p class="banner offline">${icons.alert}${texts.offline}</p>`
      : conversation && !conversation.online
        ? html`<p class="banner offline">${icons.alert}${texts.reconnecting}</p>`
        : nothing}
    ${conversation?.thread.state === "offered"
      ? html`<p class="banner queue">
          ${icons.clock}<span>${queue?.queuePosition ? texts.queue(queue.queuePosition) : texts.queued} ${queue?.waitMinutes ? texts.wait(queue.waitMinutes) : nothing}</span>
          <button type="button" @click=${() => leave(texts.stopWaiting)}>${texts.stopWaiting}</button>
        </p>`
      : conversation?.thread.state === "held"
        ? html`<p class="banner queue">
            ${icons.person}<span>${statusLine({ conversation }, texts)}</span>
            <button type="button" @click=${() => leave(texts.leavePerson)}>${texts.leavePerson}</button>
          </p>`
        : nothing}
  </div>`;
}

/** What went wrong, in words, with the way out. */
export function noticeView(visit: Visit, texts: Texts): TemplateResult {
  const { problem, conversation } = visit;
  return html`<div role="alert">
      ${problem ? html`<p class="banner problem">${icons.alert}<span dir="auto">${problem}</span></p>` : nothing}
    </div>
    ${!problem
      ? nothing
      : conversation || visit.people
        ? html`<button type="button" class="icon-button" aria-label=${texts.dismiss} @click=${visit.dismiss}>${icons.close}</button>`
        : html`<button type="button" class="choice primary" @click=${visit.retry}>${texts.retry}</button>`}`;
}
