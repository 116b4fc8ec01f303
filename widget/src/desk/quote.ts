/** What a search found, as one would write it: whole sentences, without the numbers of steps that are not all there. */
export function quoted(snippet: string): string {
  const text = snippet
    .replace(/(^|[.!?:…]\s+)\d+\.(?=[\s…]|$)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  if (!/…\.?$/.test(text)) return text;
  const end = Math.max(...[". ", "! ", "? "].map((mark) => text.lastIndexOf(mark)));
  return end > 0 ? text.slice(0, end + 1) : text;
}
