import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../contract";
import { address } from "../markdown";
import { placeName } from "../sites";
import { phoneView } from "./phone";
import type { DeskTexts } from "./texts";
import type { TicketBook, TicketDossier } from "./ticket-book";

/** One ticket, whole. Everything in it that somebody typed is text. */
export function dossierView(book: TicketBook, dossier: TicketDossier, texts: DeskTexts, language: Language): TemplateResult {
  const { ticket } = dossier;
  return html`<div class="talk-head">
      <div class="ticket-head" tabindex="-1"><h2 dir="auto">${ticket.title}</h2><p class="hint">${ticket.reference} · <bdi>${ticket.person}</bdi> · ${placeName(ticket.site)}</p></div>
      <div class="buttons">
        ${dossier.ours
          ? html`${choice("state", texts.state, ticket.state, texts.ticketStates, (state) => void book.change({ state }))}
            ${choice("urgency", texts.urgency, ticket.urgency, texts.urgencies, (urgency) => void book.change({ urgency }))}`
          : nothing}
        <a class="small back" href="#">${texts.backToList}</a>
      </div>
    </div>
    <div class="log" tabindex="0" role="region" aria-label=${ticket.reference}>
      <dl class="rows">
        ${row(texts.category, ticket.category)} ${row(texts.opened, moment(ticket.createdAt, language))}
        ${dossier.phone ? html`<div><dt>${texts.phone}</dt><dd>${phoneView(dossier.phone, texts.call)}</dd></div>` : nothing}
        ${dossier.equipment ? row(texts.equipmentOf, dossier.equipment) : nothing} ${dossier.room ? row(texts.room, dossier.room) : nothing}
        ${row(texts.reason, dossier.description)} ${dossier.context && dossier.context !== dossier.description ? row(texts.reached, dossier.context) : nothing}
        ${dossier.external ? html`<div><dt>${texts.ticket}</dt><dd>${elsewhere(dossier.external, texts)}</dd></div>` : nothing}
      </dl>
      ${dossier.files.length ? html`<ul class="files">${dossier.files.map((file) => html`<li><button type="button" class="small" @click=${() => void book.save(file)}>${texts.saveFile} <bdi>${file.name}</bdi></button></li>`)}</ul>` : nothing}
      ${dossier.transcript.trim() ? html`<details><summary>${texts.transcript}</summary><p class="written" dir="auto">${dossier.transcript}</p></details>` : nothing}
      <h3>${texts.replies}</h3>
      ${dossier.notes.length ? nothing : html`<p class="hint">${texts.noReplies}</p>`}
      ${dossier.notes.map((note) => noteView(note, texts, language))}
    </div>
    ${dossier.ours ? replyView(book, texts) : nothing}`;
}

/** Between the employee and the desk; or an agent's word for colleagues, which the employee does not read. */
function noteView({ at, author, text }: TicketDossier["notes"][number], texts: DeskTexts, language: Language): TemplateResult {
  const internal = author.kind === "agent";
  const name = internal ? texts.noteBy(author.name) : author.name;
  const words = html`<p class="written" dir="auto">${text}</p>`;
  return html`<article class=${internal ? "note" : `message ${author.kind === "employee" ? "employee" : "agent"}`} aria-label="${name}, ${moment(at, language)}">
    <p class="byline"><bdi class="author">${name}</bdi> <time datetime=${at}>${moment(at, language)}</time></p>
    ${internal ? words : html`<div class="bubble">${words}</div>`}
  </article>`;
}

function replyView(book: TicketBook, texts: DeskTexts): TemplateResult {
  return html`<form class="compose" @submit=${(event: SubmitEvent) => void answered(event, book)}>
    <label for="reply">${texts.reply} <span class="hint">${texts.replyHint}</span></label>
    <textarea id="reply" name="reply" rows="3" required maxlength="4000" dir="auto"></textarea>
    <div class="buttons"><button type="submit" class="choice primary">${texts.sendReply}</button> <span role="status">${book.said}</span></div>
  </form>`;
}

async function answered(event: SubmitEvent, book: TicketBook): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const box = form.querySelector("textarea")!;
  if (!box.value.trim() || box.readOnly) return;
  box.readOnly = true;
  if (await book.reply(box.value.trim())) form.reset();
  box.readOnly = false;
  box.focus();
}

function choice(id: string, label: string, value: string, names: Record<string, string>, change: (value: string) => void): TemplateResult {
  const offered = Object.entries(names).filter(([one]) => one !== "recorded" || one === value);
  return html`<label class="pick" for=${id}>${label}
    <select id=${id} .value=${value} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${offered.map(([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`)}
    </select></label>`;
}

function elsewhere({ system, id, url }: NonNullable<TicketDossier["external"]>, texts: DeskTexts): TemplateResult | string {
  const words = texts.elsewhere(system, id);
  const target = url ? address(url) : undefined;
  return target ? html`<a href=${target.href} target="_blank" rel="noopener">${words}<span class="unseen"> ${texts.newTab}</span></a>` : words;
}

const row = (label: string, value: string): TemplateResult => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`;

const moment = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Paris" }).format(new Date(at));
