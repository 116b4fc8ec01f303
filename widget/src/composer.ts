import { html, nothing, type TemplateResult } from "lit";
import { accepted, pastedPicture } from "./attachments";
import { icons } from "./icons";
import { define, Piece } from "./piece";
import type { Texts } from "./texts";
import type { Upload } from "./uploads";

const longest = 4_000;
const counterFrom = 3_600;

/** Where the employee writes: Enter sends, Shift+Enter makes a line; files are chosen or pasted. */
export class Composer extends Piece {
  static override properties = {
    texts: { attribute: false },
    uploads: { attribute: false },
    ready: { attribute: false },
    alone: { attribute: false },
    draftKey: { attribute: false },
    length: { state: true },
  };
  texts!: Texts;
  uploads: Upload[] = [];
  ready = false;
  /** No person is with the employee, nor on the way. */
  alone = true;
  draftKey = "";
  length = 0;
  say!: (text: string) => void;
  writes!: () => void;
  human!: () => void;
  attach!: (file: File) => void;

  override focus(): void {
    this.#box?.focus({ preventScroll: true });
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("draftKey") && this.draftKey && this.#box && !this.#box.value) this.#write(read(this.draftKey));
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const over = this.length > longest;
    return html`<form class="composer" @submit=${this.#submit}>
      ${this.uploads.map((upload) => this.#uploadView(upload))}
      <div class="composer-top">
        <button type="button" class="human-button" ?hidden=${!this.alone} ?disabled=${!this.ready} @click=${() => this.human()}>${icons.person}${texts.human}</button>
        ${this.length >= counterFrom ? html`<p id="counter" class="counter ${over ? "over" : ""}">${texts.left(longest - this.length)}</p>` : nothing}
      </div>
      <div class="composer-row">
        <label class="icon-button attach">
          ${icons.attach}<span class="unseen">${texts.attach}</span>
          <input type="file" class="unseen" accept=${accepted} ?disabled=${!this.ready} @change=${this.#chosen} />
        </label>
        <textarea rows="1" dir="auto" aria-label=${texts.input} placeholder=${texts.inputHint} enterkeyhint="send" autocomplete="off"
          aria-describedby=${this.length >= counterFrom ? "counter" : nothing} aria-invalid=${over ? "true" : nothing}
          @input=${this.#wrote} @keydown=${this.#key} @paste=${this.#paste}></textarea>
        <button type="submit" class="icon-button send" aria-label=${texts.send} aria-disabled=${!this.ready || this.length === 0 || over ? "true" : "false"}>${icons.send}</button>
      </div>
    </form>`;
  }

  #uploadView({ name, part, done }: Upload): TemplateResult {
    if (done) return html`<p class="upload done">${icons.check}<bdi>${this.texts.uploaded(name)}</bdi></p>`;
    return html`<div class="upload">
      <bdi>${this.texts.uploading(name)}</bdi><progress max="1" value=${part} aria-label=${this.texts.uploading(name)}></progress>
    </div>`;
  }

  get #box(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }

  #submit(event?: SubmitEvent): void {
    event?.preventDefault();
    const text = this.#box!.value.trim();
    if (!this.ready || !text || lengthOf(text) > longest) return;
    this.#write("");
    this.say(text);
    this.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #wrote(): void {
    this.#typed();
    if (this.length) this.writes();
  }

  #typed(): void {
    this.length = lengthOf(this.#box!.value.trim());
    keep(this.draftKey, this.#box!.value);
    this.#fit();
  }

  #write(text: string): void {
    this.#box!.value = text;
    this.#typed();
  }

  /** As high as its lines, where the browser does not do that by itself. */
  #fit(): void {
    if (CSS.supports("field-sizing", "content")) return;
    const box = this.#box!;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.attach(file);
    input.value = "";
  }

  #paste(event: ClipboardEvent): void {
    const picture = pastedPicture(event.clipboardData, this.texts);
    if (!picture || !this.ready) return;
    event.preventDefault();
    this.attach(picture);
  }
}

/** In characters as people count them, and the server: an emoji is one. */
const lengthOf = (text: string): number => [...text].length;

/** What is half written survives a reload of this tab. */
function keep(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(`mainforte-draft-${key}`, text);
    else sessionStorage.removeItem(`mainforte-draft-${key}`);
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(`mainforte-draft-${key}`) ?? "";
  } catch {
    return "";
  }
}

define("mainforte-composer", Composer);
