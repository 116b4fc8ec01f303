import { unsafeCSS, type CSSResult } from "lit";
import base from "./base.css";
import card from "./card.css";
import composer from "./composer.css";
import dialog from "./dialog.css";
import form from "./form.css";
import message from "./message.css";
import panel from "./panel.css";

/** The files beside this one, made small by the build; later ones may refine earlier ones. */
export const styles: CSSResult[] = [base, panel, message, card, form, composer, dialog].map((text) => unsafeCSS(text));
