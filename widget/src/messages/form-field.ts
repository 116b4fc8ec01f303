import { html, nothing, type TemplateResult } from "lit";
import type { FormField } from "../contract";
import type { Texts } from "../texts";

export interface FieldState {
  field: FormField;
  id: string;
  error: string | undefined;
  texts: Texts;
}

/** Up to this many options are all shown; more go into a list that opens. */
const shownOptions = 6;

/** One question with its label, its hint and its error, tied together for those who do not see them. */
export function fieldView(state: FieldState): TemplateResult {
  const { field, texts } = state;
  const options = field.type === "yes-no" && !field.options?.length ? yesNo(texts) : (field.options ?? []);
  const list = field.type === "choice" || field.type === "slot" || field.type === "yes-no";
  if (list && !options.length) return html`<p class="hint">${field.label} — ${texts.noOptions}</p>`;
  if (list && (options.length <= shownOptions || field.type === "slot")) return radios(state, options);
  return html`<div class="field">
    <label for=${state.id} dir="auto">${labelOf(state)}</label>
    ${hintView(state)} ${list ? select(state, options) : control(state)} ${errorView(state)}
  </div>`;
}

function radios(state: FieldState, options: NonNullable<FormField["options"]>): TemplateResult {
  const { field, id, error } = state;
  return html`<fieldset class="field" role="radiogroup" aria-describedby=${describedBy(state)} aria-required=${String(!!field.required)} aria-invalid=${error ? "true" : nothing}>
    <legend dir="auto">${labelOf(state)}</legend>
    ${hintView(state)}
    <div class="options of-${field.type}">
      ${options.map(
        (option, index) => html`<label class="option" for="${id}-${index}">
          <input type="radio" id="${id}-${index}" name=${field.name} value=${option.value} .defaultChecked=${option.value === field.value} />
          <span dir="auto">${option.label}</span>
        </label>`,
      )}
    </div>
    ${errorView(state)}
  </fieldset>`;
}

function select(state: FieldState, options: NonNullable<FormField["options"]>): TemplateResult {
  const { field, id, error, texts } = state;
  return html`<select id=${id} name=${field.name} ?required=${field.required} aria-describedby=${describedBy(state)} aria-invalid=${error ? "true" : nothing}>
    <option value="">${texts.choose}</option>
    ${options.map((option) => html`<option value=${option.value} .defaultSelected=${option.value === field.value}>${option.label}</option>`)}
  </select>`;
}

function control(state: FieldState): TemplateResult {
  const { field, id, error } = state;
  const invalid = error ? "true" : nothing;
  const described = describedBy(state);
  const limit = field.maxLength ?? nothing;
  if (field.type === "address" || (field.type === "text" && (field.maxLength ?? 0) > 200)) {
    const complete = field.type === "address" ? "street-address" : "off";
    return html`<textarea id=${id} name=${field.name} rows="3" dir="auto" autocomplete=${complete} maxlength=${limit}
      ?required=${field.required} aria-invalid=${invalid} aria-describedby=${described} .defaultValue=${field.value ?? ""}></textarea>`;
  }
  const serial = field.type === "serial";
  return html`<input id=${id} name=${field.name} type=${field.type === "date" ? "date" : "text"} class=${serial ? "serial" : nothing}
    dir=${serial ? "ltr" : "auto"} autocomplete="off" autocapitalize=${serial ? "characters" : "sentences"} spellcheck=${serial ? "false" : "true"}
    maxlength=${limit} ?required=${field.required} aria-invalid=${invalid} aria-describedby=${described} .defaultValue=${field.value ?? ""} />`;
}

function labelOf({ field, texts }: FieldState): TemplateResult {
  return html`${field.label}${field.required ? nothing : html` <span class="optional">${texts.optional}</span>`}`;
}

const hintOf = ({ field, texts }: FieldState): string | undefined => field.hint ?? (field.type === "serial" ? texts.serialHint : undefined);

function hintView(state: FieldState): TemplateResult | typeof nothing {
  const hint = hintOf(state);
  return hint ? html`<p class="hint" id="${state.id}-hint" dir="auto">${hint}</p>` : nothing;
}

function errorView({ id, error }: FieldState): TemplateResult | typeof nothing {
  return error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing;
}

function describedBy(state: FieldState): string | typeof nothing {
  const ids = [hintOf(state) ? `${state.id}-hint` : "", state.error ? `${state.id}-error` : ""].filter(Boolean);
  return ids.length ? ids.join(" ") : nothing;
}

const yesNo = (texts: Texts): NonNullable<FormField["options"]> => [
  { value: "yes", label: texts.yes },
  { value: "no", label: texts.no },
];
