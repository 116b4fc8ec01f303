import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { icons } from "../icons";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { wordsView } from "./text";

/** One step of a guide: where one is, what to do, and the ways on. */
export function stepView(message: Message, context: MessageContext): TemplateResult {
  const { step } = message;
  const { texts } = context;
  if (!step) return html`${wordsView(message, context)}${choicesView(message.choices, context)}`;
  return html`<div class="step">
      <div class="step-head">
        <span class="step-number">${texts.step(step.number, step.of)}</span>
        ${step.minutes ? html`<span class="step-minutes">${icons.clock}${texts.minutes(step.minutes)}</span>` : nothing}
      </div>
      <progress max=${step.of} value=${step.number} aria-label=${texts.progress}></progress>
      <div class="step-title" role="heading" aria-level=${context.headingLevel} dir="auto">${step.title}</div>
      ${wordsView(message, context)}
    </div>
    ${choicesView(message.choices, context)}`;
}
