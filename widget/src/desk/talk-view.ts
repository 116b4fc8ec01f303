import { html, nothing, type TemplateResult } from "lit";
import { timeOf } from "../clock";
import type { Language, Message } from "../contract";
import { address } from "../markdown";
import { markdown } from "../markdown-view";
import "../messages/translation";
import { icons } from "../icons";
import type { Note, SentFile, Whole } from "./contract";
import type { Desk } from "./model";
import type { DeskTexts } from "./texts";

/** The newest words of the person are translated at once; older ones on a press. */
const translatedAtOnce = 8;

/** The transcript as an agent reads it: who said what, with the notes between at their time. What anybody typed is only ever text. */
export function talkView(whole: Whole, texts: DeskTexts, language: Language, writing: string, desk: Pick<Desk, "translation" | "save">): TemplateResult {
  const said = [
    ...whole.messages.map((message) => ({ at: message.at, view: messageView(message, whole, texts, language, desk.translation) })),
    ...whole.files.map((file) => ({ at: file.at ?? "", view: fileView(file, whole.person.name, texts, language, desk.save) })),
    ...whole.notes.map((note) => ({ at: note.at, view: noteView(note, texts, language) })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return html`${said.map(({ view }) => view)}
    ${writing ? html`<p class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${texts.writes(writing)}</p>` : nothing}`;
}

function messageView(message: Message, whole: Whole, texts: DeskTexts, language: Language, translate: (message: Message) => Promise<string>): TemplateResult {
  const { kind } = message.author;
  const name = kind === "assistant" ? texts.assistant : (message.author.name ?? "");
  const time = timeOf(message.at, language);
  return html`<article class="message ${kind}" data-kind=${message.kind} aria-label="${name}, ${time}">
    <p class="byline"><bdi class="author">${name}</bdi> <time datetime=${message.at}>${time}</time>
      ${kind === "agent" && whole.personRead >= message.seq ? html`<span class="read">✓ ${texts.read}</span>` : nothing}</p>
    <div class="bubble" lang=${message.language ?? nothing}>
      ${message.step ? html`<p class="label">${texts.step(message.step.number, message.step.of)} · ${message.step.title}</p>` : nothing}
      ${kind === "employee"
        ? html`<p class="written" dir="auto">${message.text}</p>`
        : html`<div class="words">${markdown(message.text, { base: "", newTab: texts.newTab, headingLevel: 3 })}</div>`}
      ${whole.translates && kind !== "system" && message.text && message.language && message.language !== language
        ? html`<mainforte-translation .message=${message} .texts=${texts} .language=${language} .ask=${translate} ?auto=${kind === "employee" && message.seq > (whole.messages.at(-1)?.seq ?? 0) - translatedAtOnce}></mainforte-translation>`
        : nothing}
      ${rows(message.proposal?.summary)} ${message.receipt ? html`<p class="label">${message.receipt.reference}</p>` : nothing} ${sources(message, texts)}
      ${message.choices?.length ? html`<p class="choices-were">${texts.offered} ${message.choices.map(({ label }) => label).join(" · ")}</p>` : nothing}
    </div>
  </article>`;
}

function fileView(file: SentFile, name: string, texts: DeskTexts, language: Language, save: (file: SentFile) => Promise<void>): TemplateResult {
  const time = file.at ? timeOf(file.at, language) : "";
  return html`<article class="message employee" aria-label="${name}, ${time}">
    <p class="byline"><bdi class="author">${name}</bdi> <time datetime=${file.at ?? nothing}>${time}</time></p>
    <button type="button" class="small file" @click=${() => void save(file)}>${icons.attach} ${texts.saveFile} <bdi>${file.name}</bdi></button>
  </article>`;
}

function noteView(note: Note, texts: DeskTexts, language: Language): TemplateResult {
  return html`<article class="note" aria-label=${texts.noteBy(note.agent)}>
    <p class="byline"><bdi>${texts.noteBy(note.agent)}</bdi> <time datetime=${note.at}>${timeOf(note.at, language)}</time></p>
    <p class="written" dir="auto">${note.text}</p>
  </article>`;
}

const rows = (summary: { label: string; value: string }[] | undefined): TemplateResult | typeof nothing =>
  summary?.length ? html`<dl class="rows">${summary.map(({ label, value }) => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`)}</dl>` : nothing;

function sources(message: Message, texts: DeskTexts): TemplateResult | typeof nothing {
  if (!message.sources?.length) return nothing;
  return html`<p class="label">${texts.sources}</p>
    <ul class="cited">
      ${message.sources.map((source) => {
        const target = address(source.url);
        const title = [source.title, source.section].filter(Boolean).join(", ");
        return html`<li>${target ? html`<a href=${target.href} target="_blank" rel="noopener">${title}<span class="unseen"> ${texts.newTab}</span></a>` : title}</li>`;
      })}
    </ul>`;
}
