import { html, nothing, type TemplateResult } from "lit";
import type { Choice } from "../contract";
import type { MessageContext } from "./context";

/** Buttons while they can be answered; afterwards only what could have been said. */
export function choicesView(choices: Choice[] | undefined, context: MessageContext): TemplateResult | typeof nothing {
  if (!choices?.length) return nothing;
  if (!context.live) return past(choices, context);
  return html`<div class="choices">
    ${choices.map(
      (choice) => html`<button type="button" class="choice ${styleOf(choice)}" dir="auto" @click=${() => context.choose(choice)}>
        ${choice.label}
      </button>`,
    )}
  </div>`;
}

function past(choices: Choice[], { texts }: MessageContext): TemplateResult | typeof nothing {
  const offered = choices.filter((choice) => choice.style !== "human");
  if (!offered.length) return nothing;
  return html`<p class="choices-were">${texts.choicesWere} ${offered.map((choice, index) => html`${index ? " · " : nothing}<bdi>${choice.label}</bdi>`)}</p>`;
}

const styleOf = (choice: Choice): string => (choice.style === "primary" || choice.style === "human" ? choice.style : "plain");
