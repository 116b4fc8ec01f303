import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { FormField, Message } from "../contract";
import { define, Piece } from "../piece";
import { choicesView } from "./choices";
import type { MessageContext } from "./context";
import { fieldView, type FieldState } from "./form-field";
import { wordsView } from "./text";

/** Questions answered together. One closed question whose answers all have a button needs no form. */
export function formView(message: Message, context: MessageContext): TemplateResult {
  const fields = message.form?.fields ?? [];
  const options = new Set(fields.flatMap((field) => (field.options ?? []).map(({ label }) => label)));
  const others = (message.choices ?? []).filter(({ label }) => !options.has(label));
  const allHaveButtons = options.size > 0 && (message.choices?.length ?? 0) - others.length === options.size;
  if (fields.length === 1 && allHaveButtons) return html`${wordsView(message, context)} ${choicesView(message.choices, context)}`;
  return html`${wordsView(message, context)}
    ${fields.length ? html`<mainforte-form .message=${message} .context=${context} .live=${context.live}></mainforte-form>` : nothing}
    ${context.live ? choicesView(others, context) : nothing}`;
}

/** The form of one message. Errors stand at their field, are told together, and the first one gets the focus. */
export class ChatForm extends Piece {
  static override properties = {
    message: { attribute: false },
    context: { attribute: false },
    live: { attribute: false },
    errors: { state: true },
    sent: { state: true },
  };
  message!: Message;
  context!: MessageContext;
  live = true;
  errors: Record<string, string> = {};
  sent = false;
  /** What was filled in, should the server refuse it. */
  #values: Record<string, string> = {};

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("live") && this.live) this.sent = false; // the server refused it: it can be sent again
  }

  protected override render(): TemplateResult {
    const { texts } = this.context;
    if (!this.live) return html`<p class="form-over">${this.sent ? texts.formSent : texts.formOver}</p>`;
    const wrong = Object.keys(this.errors).length;
    return html`<form class="card form" novalidate aria-label=${texts.form} @submit=${this.#submit}>
      ${wrong ? html`<p class="form-errors" role="alert">${texts.formErrors(wrong)}</p>` : nothing}
      ${this.#fields.map((field) => fieldView(this.#state(field)))}
      <button type="submit" class="choice primary">${texts.submit}</button>
    </form>`;
  }

  get #fields(): FormField[] {
    return this.message.form?.fields ?? [];
  }

  #state(field: FormField): FieldState {
    return { field: { ...field, value: this.#values[field.name] ?? field.value ?? "" }, id: `form-${this.message.seq}-${field.name}`, error: this.errors[field.name] ?? field.error ?? undefined, texts: this.context.texts };
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.#values = valuesOf(event.target as HTMLFormElement, this.#fields);
    this.errors = errorsIn(this.#values, this.#fields, this.context);
    if (Object.keys(this.errors).length) {
      await this.updateComplete;
      return this.querySelector<HTMLElement>(":is(input, select, textarea)[aria-invalid=true], fieldset[aria-invalid=true] input")?.focus();
    }
    this.sent = true;
    const filled = Object.entries(this.#values).filter(([, value]) => value !== "");
    this.context.submit(this.message.form!.id, Object.fromEntries(filled));
  }
}

function valuesOf(form: HTMLFormElement, fields: FormField[]): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? "").trim()]));
}

function errorsIn(values: Record<string, string>, fields: FormField[], { texts }: MessageContext): Record<string, string> {
  const missing = fields.filter((field) => field.required && !values[field.name]);
  const picked = new Set(["choice", "slot", "yes-no", "date"]);
  return Object.fromEntries(missing.map(({ name, label, type }) => [name, picked.has(type) ? texts.pick(label) : texts.required(label)]));
}

define("mainforte-form", ChatForm);
