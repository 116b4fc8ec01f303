import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../contract";
import { address } from "../markdown";
import type { MessageContext } from "./context";

/** Where the words come from; who reads an answer that a machine put together is told so. */
export function sourcesView({ sources, author }: Message, { texts, base }: MessageContext): TemplateResult | typeof nothing {
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
    ${author.kind === "assistant" ? html`<p class="generated">${texts.generated}</p>` : nothing}
  </div>`;
}
