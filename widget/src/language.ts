import type { Language } from "./contract";

const remembered = "mainforte-language";

/** The two languages spoken; anything else that is not English is answered in French. */
export function spoken(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split("-")[0];
  return primary === "fr" || primary === "en" ? primary : undefined;
}

/** The attribute, then what the person chose before, then the page, then the browser. */
export function languageFor(attribute: string | null): Language {
  return (
    spoken(attribute) ?? spoken(chosenBefore()) ?? spoken(document.documentElement.lang) ?? spoken(navigator.language) ?? "fr"
  );
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
}

/** What the person chose by hand, on this device. */
export function chosenBefore(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}
