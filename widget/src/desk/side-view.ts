import { html, nothing, type TemplateResult } from "lit";
import { markdown } from "../markdown-view";
import type { Progress } from "./contract";
import type { Desk } from "./model";
import { phoneView } from "./phone";
import { quoted } from "./quote";
import type { DeskTexts } from "./texts";

export interface SideActions {
  insert(text: string): void;
  prepare(kind: string): void;
}

/** Everything known about the case, beside the conversation. */
export function sideView(desk: Desk, texts: DeskTexts, actions: SideActions): TemplateResult {
  const whole = desk.whole!;
  const held = whole.state === "held";
  return html`<section aria-labelledby="s-short">
      <h2 id="s-short">${texts.summary}</h2>
      <dl class="rows">
        ${row(texts.person, whole.person.name)} ${whole.person.phone ? html`<div><dt>${texts.phone}</dt><dd>${phoneView(whole.person.phone, texts.call)}</dd></div>` : nothing}
        ${row(texts.site, whole.site.name)} ${row(texts.language, texts.languages[whole.person.language])}
        ${whole.ticket
          ? html`<div><dt>${texts.ticket}</dt><dd><a href="/desk/tickets#${whole.ticket}" target="_blank" rel="opener">${whole.ticket}<span class="unseen"> ${texts.newTab}</span></a></dd></div>`
          : nothing}
        ${whole.summary.map(({ label, value }) => row(label, value))}
      </dl>
      <p class="hint">${whole.byModel ? texts.byModel : texts.byRules}</p>
    </section>
    ${whole.progress ? progressView(whole.progress, texts) : nothing}
    ${held
      ? html`<section aria-labelledby="s-act">
          <h2 id="s-act">${texts.act}</h2>
          <p class="hint">${texts.actHelp}</p>
          <div class="kinds">
            ${Object.entries(texts.kinds).map(([kind, name]) => html`<button type="button" class="small" @click=${() => actions.prepare(kind)}>${name}</button>`)}
          </div>
        </section>`
      : nothing}
    <section aria-labelledby="s-search">
      <h2 id="s-search">${texts.search}</h2>
      <form class="search" role="search" @submit=${(event: SubmitEvent) => searched(event, desk)}>
        <input type="search" name="q" id="search" aria-keyshortcuts="Alt+3" required maxlength="300" aria-label=${texts.searchHint} placeholder=${texts.searchHint} />
        <button type="submit" class="small">${texts.searchDo}</button>
      </form>
      <div role="status">${desk.hits?.length === 0 ? html`<p>${texts.nothing}</p>` : nothing}</div>
      <ul class="hits">
        ${desk.hits?.map(
          (hit) => html`<li>
            <a href=${hit.url} target="_blank" rel="noopener"><bdi>${hit.title}</bdi><span class="unseen"> ${texts.newTab}</span></a>
            <span class="hint">${hit.sectionTitle}</span>
            <p class="snippet">${hit.snippet}</p>
            <button type="button" class="small" ?disabled=${!held} @click=${() => (desk.cite(hit), actions.insert(quoted(hit.snippet)))}>${texts.insertSource}</button>
          </li>`,
        )}
      </ul>
    </section>
    ${whole.facts.map(
      (fact) => html`<details ?open=${fact.id === "site-support"}>
        <summary>${fact.title}</summary>
        <div class="words">${markdown(fact.text, { base: "", newTab: texts.newTab, headingLevel: 3 })}</div>
      </details>`,
    )}
    <section aria-labelledby="s-notes">
      <h2 id="s-notes">${texts.notes}</h2>
      ${whole.notes.length ? nothing : html`<p class="hint">${texts.noNotes}</p>`}
      <form class="note-form" @submit=${(event: SubmitEvent) => noted(event, desk)}>
        <label for="note">${texts.note} <span class="hint">${texts.noteHint}</span></label>
        <textarea id="note" name="note" rows="2" required maxlength="4000" dir="auto"></textarea>
        <button type="submit" class="small">${texts.addNote}</button>
      </form>
    </section>`;
}

/** The checklist: what is done, what was passed over, where it failed and how often. */
function progressView({ title, steps }: Progress, texts: DeskTexts): TemplateResult {
  return html`<section aria-labelledby="s-guide">
    <h2 id="s-guide">${texts.guide}</h2>
    <p><bdi>${title}</bdi></p>
    <ol class="checklist">
      ${steps.map(
        (step) => html`<li class="${step.state} ${step.failures ? "failed" : ""}" aria-current=${step.state === "current" ? "step" : nothing}>
          <span class="unseen">${texts.stepStates[step.state]}\u202F:</span> ${step.title}
          ${step.failures ? html`<span class="tag danger">${texts.failedTimes(step.failures)}</span>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}

const row = (label: string, value: string): TemplateResult => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`;

function searched(event: SubmitEvent, desk: Desk): void {
  event.preventDefault();
  void desk.search(String(new FormData(event.target as HTMLFormElement).get("q")));
}

async function noted(event: SubmitEvent, desk: Desk): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  if (await desk.note(String(new FormData(form).get("note")))) form.reset();
}
