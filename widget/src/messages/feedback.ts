import { html, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { icons } from "../icons";
import { define, Piece } from "../piece";
import type { MessageContext } from "./context";

/** "Did it help?" under an answer: asked once; after a no, a comment may be added. */
export class Feedback extends Piece {
  static override properties = { message: { attribute: false }, context: { attribute: false }, stage: { state: true } };
  message!: Message;
  context!: MessageContext;
  stage: "ask" | "comment" | "thanks" = "ask";

  protected override render(): TemplateResult {
    const { texts } = this.context;
    if (this.stage === "thanks") return html`<p class="feedback thanks" role="status" tabindex="-1">${icons.check} ${texts.thanks}</p>`;
    if (this.stage === "comment") return this.#commentView();
    return html`<div class="feedback" role="group" aria-label=${texts.helpful}>
      <span>${texts.helpful}</span>
      <button type="button" class="thumb" aria-label="${texts.helpful} ${texts.yes}" @click=${() => this.#judge(true)}>${icons.up}${texts.yes}</button>
      <button type="button" class="thumb" aria-label="${texts.helpful} ${texts.no}" @click=${() => this.#judge(false)}>${icons.down}${texts.no}</button>
    </div>`;
  }

  #commentView(): TemplateResult {
    const { texts } = this.context;
    const id = `comment-${this.message.seq}`;
    return html`<form class="feedback comment" @submit=${this.#comment}>
      <label for=${id}>${texts.comment}</label>
      <textarea id=${id} name="comment" rows="2" maxlength="1000" dir="auto"></textarea>
      <button type="submit" class="choice plain">${texts.sendComment}</button>
    </form>`;
  }

  async #judge(helpful: boolean): Promise<void> {
    if (await this.context.judge(this.message, helpful)) await this.#show(helpful ? "thanks" : "comment");
  }

  async #comment(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const comment = this.querySelector("textarea")!.value.trim();
    if (!comment || (await this.context.judge(this.message, false, comment))) await this.#show("thanks");
  }

  /** The control that was pressed goes away, so the focus moves to what replaces it. */
  async #show(stage: Feedback["stage"]): Promise<void> {
    this.stage = stage;
    await this.updateComplete;
    const next = this.querySelector<HTMLElement>("textarea, .thanks");
    next?.focus({ preventScroll: true });
    this.querySelector(".feedback")?.scrollIntoView({ block: "nearest" });
  }
}

define("mainforte-feedback", Feedback);
