/**
 * The part of Markdown that answers use, read into a small tree; everything else stays text.
 *
 *   document  = block*                     blocks are separated by blank lines or by their first characters
 *   block     = "#"{1,6} " " inline        heading
 *             | (("-" | "*" | "+" | digits ("." | ")")) " " inline)+   list; two spaces of indent nest one level
 *             | "```" lines "```"          code
 *             | inline                     paragraph; a line break is kept
 *   inline    = "`" text "`" | "**" inline "**" | ("*" | "_") inline ("*" | "_") | "[" inline "](" address ")" | address | text
 *
 * There is no HTML in this language and no image. An address is followed only if it is http, https or a path of this site.
 */
export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  | { type: "break" }
  | { type: "bold" | "italic"; content: Inline[] }
  | { type: "link"; href: string; host: string; content: Inline[] };

export type Block =
  | { type: "paragraph" | "heading"; content: Inline[] }
  | { type: "code"; text: string }
  | { type: "list"; ordered: boolean; start: number; items: Item[] };

export interface Item {
  content: Inline[];
  children: Block[];
}

const longestText = 20_000;
const longestSpan = 2_000;
const deepest = 4;

export function parseMarkdown(source: string): Block[] {
  const text = clean(source);
  if (text.length > longestText) return [{ type: "paragraph", content: [{ type: "text", text }] }];
  return blocks(text.split("\n"), 0);
}

/** Without control characters and without the bidirectional overrides that make text look like other text. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "");
}

const listLine = /^( *)(?:[-*+]|(\d{1,4})[.)]) +(.*)$/;
const headingLine = /^#{1,6} +(.*?)(?: +#+)?$/;

function blocks(lines: string[], depth: number): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.trim() === "") at += 1;
    else if (line.startsWith("```")) at = readCode(lines, at, found);
    else if (headingLine.test(line)) found.push({ type: "heading", content: inlines(headingLine.exec(lines[at++]!)![1]!, 0) });
    else if (listLine.test(line)) at = readList(lines, at, found, depth);
    else at = readParagraph(lines, at, found);
  }
  return found;
}

function readCode(lines: string[], from: number, found: Block[]): number {
  const end = lines.findIndex((line, index) => index > from && line.trimEnd() === "```");
  const until = end < 0 ? lines.length : end;
  found.push({ type: "code", text: lines.slice(from + 1, until).join("\n") });
  return until + 1;
}

function readParagraph(lines: string[], from: number, found: Block[]): number {
  let at = from + 1;
  while (at < lines.length && lines[at]!.trim() !== "" && !/^(```|#{1,6} )/.test(lines[at]!) && !listLine.test(lines[at]!)) at += 1;
  const content = lines.slice(from, at).flatMap((line, index) => [...(index ? [{ type: "break" } as Inline] : []), ...inlines(line.trim(), 0)]);
  found.push({ type: "paragraph", content });
  return at;
}

function readList(lines: string[], from: number, found: Block[], depth: number): number {
  const [, indent, number] = listLine.exec(lines[from]!)!;
  const list: Block = { type: "list", ordered: number !== undefined, start: Number(number ?? 1), items: [] };
  let at = from;
  while (at < lines.length) {
    const match = listLine.exec(lines[at]!);
    if (!match || match[1]!.length > indent!.length + 1 || (match[2] !== undefined) !== list.ordered) break;
    const nested: string[] = [];
    for (at += 1; at < lines.length && /^ {2,}\S/.test(lines[at]!) && leading(lines[at]!) > match[1]!.length + 1; at += 1) nested.push(lines[at]!);
    const shift = Math.min(...nested.map(leading));
    const children = depth < deepest ? blocks(nested.map((line) => line.slice(shift)), depth + 1) : [];
    list.items.push({ content: inlines(match[3]!, 0), children });
    if (lines[at]?.trim() === "" && listLine.test(lines[at + 1] ?? "")) at += 1;
  }
  found.push(list);
  return at;
}

const leading = (line: string): number => line.length - line.trimStart().length;

/** Reads one line; each opening mark looks for its closing mark at most `longestSpan` characters ahead. */
function inlines(text: string, depth: number, links = true): Inline[] {
  const found: Inline[] = [];
  let plain = "";
  const push = (node: Inline): void => {
    if (plain) found.push({ type: "text", text: plain });
    plain = "";
    found.push(node);
  };
  for (let at = 0; at < text.length; ) {
    const span = depth < deepest ? spanAt(text, at, depth, links) : undefined;
    if (span) push(span.node);
    else plain += text[at] === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? "") ? text[++at] : text[at];
    at = span ? span.end : at + 1;
  }
  if (plain) found.push({ type: "text", text: plain });
  return found;
}

interface Span {
  node: Inline;
  end: number;
}

function spanAt(text: string, at: number, depth: number, links: boolean): Span | undefined {
  const mark = text[at]!;
  if (mark === "`") return between(text, at, "`", (inner) => ({ type: "code", text: inner }));
  if (text.startsWith("**", at)) return between(text, at, "**", (inner) => ({ type: "bold", content: inlines(inner, depth + 1, links) }));
  if ((mark === "*" || mark === "_") && !/\w/.test(text[at - 1] ?? "")) {
    const span = between(text, at, mark, (inner) => ({ type: "italic", content: inlines(inner, depth + 1, links) }));
    return span && !/\w/.test(text[span.end] ?? "") ? span : undefined;
  }
  if (!links) return undefined; // no link within a link
  if (mark === "[") return linkAt(text, at, depth);
  if (mark === "h" && !/\w/.test(text[at - 1] ?? "")) return bareAddressAt(text, at);
  return undefined;
}

function between(text: string, at: number, mark: string, node: (inner: string) => Inline): Span | undefined {
  const from = at + mark.length;
  const end = text.slice(from, from + longestSpan).indexOf(mark);
  const inner = text.slice(from, from + end);
  if (end < 1 || (mark !== "`" && inner !== inner.trim())) return undefined;
  return { node: node(inner), end: from + end + mark.length };
}

function linkAt(text: string, at: number, depth: number): Span | undefined {
  const match = /^\[([^[\]]{1,500})\]\(([^()\s]{1,2000})\)/.exec(text.slice(at, at + 2_600));
  const target = match && address(match[2]!);
  if (!match || !target) return undefined;
  return { node: { type: "link", ...target, content: inlines(match[1]!, depth + 1, false) }, end: at + match[0].length };
}

function bareAddressAt(text: string, at: number): Span | undefined {
  const match = /^https?:\/\/[^\s<>"`*[\]()]{1,2000}/.exec(text.slice(at, at + 2_010));
  const written = match?.[0].replace(/[.,;:!?'’»]+$/, "");
  const target = written && address(written);
  if (!written || !target) return undefined;
  return { node: { type: "link", href: target.href, host: "", content: [{ type: "text", text: written }] }, end: at + written.length };
}

/** A followable address and the host to show, empty for a path of this site; undefined for anything else. */
export function address(written: string): { href: string; host: string } | undefined {
  if (/^\/(?![/\\])/.test(written)) return { href: written, host: "" };
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.username || url.password ? undefined : { href: url.href, host: url.host };
}
