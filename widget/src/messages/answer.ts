import { html, nothing, type TemplateResult } from "lit";
import type { Message, Source } from "../contract";
import { address } from "../markdown";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import "./feedback";
import { wordsView } from "./text";

/** An answer from the knowledge base: the words, where they come from, and whether they helped. */
export function answerView(message: Message, context: MessageContext): TemplateResult {
  return html`${wordsView(message, context)} ${sourcesView(message.sources, context)}
    <mainforte-feedback .message=${message} .context=${context}></mainforte-feedback>
    ${choicesView(message.choices, context)}`;
}

function sourcesView(sources: Source[] | undefined, { texts, base }: MessageContext): TemplateResult | typeof nothing {
  if (!sources?.length) return nothing;
  return html`<div class="sources">
    <p class="label">${texts.sources}</p>
    <ol>
      ${sources.map((source) => {
        const target = address(source.url);
        const title = html`<bdi>${source.title}</bdi>${source.section ? html`<span class="unseen">, </span><span class="section" dir="auto">${source.section}</span>` : nothing}`;
        if (!target) return html`<li>${title}</li>`;
        const href = target.host ? target.href : base + target.href;
        return html`<li><a href=${href} target="_blank" rel="noopener">${title}<span class="unseen"> ${texts.newTab}</span></a></li>`;
      })}
    </ol>
    <p class="generated">${texts.generated}</p>
  </div>`;
}
