/** Follows text that grows and gives back, once, each sentence that has become whole. */
export class SpokenText {
  #spoken = "";

  /** The sentences that are new in `text` and followed by more text. */
  grow(text: string): string {
    if (!text.startsWith(this.#spoken)) return "";
    const end = lastSentenceEnd(text);
    if (end <= this.#spoken.length) return "";
    const fresh = text.slice(this.#spoken.length, end).trim();
    this.#spoken = text.slice(0, end);
    return fresh;
  }

  /** What of the whole text was not spoken yet; all of it when it turned out to be another text. */
  finish(text: string): string {
    const spoken = this.#spoken.trimEnd();
    const rest = text.startsWith(spoken) ? text.slice(spoken.length) : text;
    this.#spoken = "";
    return rest.trim();
  }
}

function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(/[.!?…:]["»”)]?\s/g)) end = match.index + match[0].length;
  return end;
}
