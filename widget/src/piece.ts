import { LitElement } from "lit";

/** A part of the panel with a state of its own; it is drawn inside the panel's shadow and shares its styles. */
export class Piece extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Defines an element unless another copy of this script did. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
