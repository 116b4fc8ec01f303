import { html, nothing, type TemplateResult } from "lit";
import { define, Piece } from "../piece";
import type { Field } from "./contract";
import type { Desk } from "./model";
import type { DeskTexts } from "./texts";

/** A request filled in for the person: the same fields they would be asked; which apply depends on what is chosen. */
export class Prepare extends Piece {
  static override properties = { desk: { attribute: false }, texts: { attribute: false }, kind: {}, fields: { state: true }, byVoice: { state: true } };
  desk!: Desk;
  texts!: DeskTexts;
  kind = "";
  fields: Field[] = [];
  byVoice = false;
  done!: () => void;
  #values: Record<string, string> = {};
  #begun = "";

  protected override willUpdate(): void {
    if (this.kind && this.#begun !== this.kind) {
      this.#begun = this.kind;
      this.#values = {};
      this.byVoice = false;
      void this.#ask();
    }
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<form class="prepare" @submit=${this.#submit}>
      <h2>${texts.kinds[this.kind as keyof DeskTexts["kinds"]]}</h2>
      ${this.fields.map((field) => this.#fieldView(field))}
      <label class="check"><input type="checkbox" .checked=${this.byVoice} @change=${(event: Event) => (this.byVoice = (event.target as HTMLInputElement).checked)} /> ${texts.byVoice}</label>
      <div role="alert">${this.desk.problem ? html`<p class="error">${this.desk.problem}</p>` : nothing}</div>
      <div class="buttons">
        <button type="submit" class="choice primary">${this.byVoice ? texts.record : texts.propose}</button>
        <button type="button" class="choice" @click=${() => this.done()}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  #fieldView(field: Field): TemplateResult {
    const id = `f-${field.name}`;
    const value = this.#values[field.name] ?? field.value ?? "";
    const change = (event: Event): void => this.#change(field, (event.target as HTMLInputElement).value);
    const options = field.type === "yes-no" ? [{ value: "yes", label: this.texts.yes }, { value: "no", label: this.texts.no }] : field.options;
    const input = options.length
      ? html`<select id=${id} ?required=${field.required} @change=${change}>
          <option value="">${this.texts.choose}</option>
          ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
        </select>`
      : field.type === "date"
        ? html`<input id=${id} type="date" .value=${value} ?required=${field.required} @change=${change} />`
        : html`<textarea id=${id} rows="2" dir="auto" maxlength=${field.maxLength} .value=${value} ?required=${field.required} @input=${change}></textarea>`;
    return html`<div class="field"><label for=${id}>${field.label}</label>${input}</div>`;
  }

  #change(field: Field, value: string): void {
    this.#values = { ...this.#values, [field.name]: value };
    if (field.options.length) void this.#ask();
  }

  async #ask(): Promise<void> {
    await this.desk.try(async () => (this.fields = await this.desk.fields(this.kind, this.#values)));
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const shown = Object.fromEntries(this.fields.flatMap((field) => (field.value ? [[field.name, field.value]] : [])));
    if (await this.desk.propose(this.kind, { ...shown, ...this.#values }, this.byVoice)) this.done();
    else this.requestUpdate();
  }
}

define("mainforte-prepare", Prepare);
