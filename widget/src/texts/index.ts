import type { Language } from "../contract";
import { en } from "./en";
import { fr, type Texts } from "./fr";

export type { Texts } from "./fr";

export const textsIn = (language: Language): Texts => (language === "en" ? en : fr);
