import { html, nothing, type TemplateResult } from "lit";
import { parseMarkdown, type Block, type Inline } from "./markdown";

export interface Place {
  /** Where a path of this site leads, when the server is elsewhere. */
  base: string;
  newTab: string;
  headingLevel: number;
}

/** Markdown as templates: values only ever become text nodes, and `href` was allowed by the reader. */
export function markdown(source: string, place: Place): TemplateResult[] {
  return parseMarkdown(source).map((block) => blockView(block, place));
}

function blockView(block: Block, place: Place): TemplateResult {
  switch (block.type) {
    case "paragraph":
      return html`<p dir="auto">${inlineViews(block.content, place)}</p>`;
    case "heading":
      return html`<div class="heading" role="heading" aria-level=${place.headingLevel} dir="auto">${inlineViews(block.content, place)}</div>`;
    case "code":
      return html`<pre tabindex="0" dir="ltr"><code>${block.text}</code></pre>`;
    case "list": {
      const items = block.items.map(
        (item) => html`<li dir="auto">${inlineViews(item.content, place)}${item.children.map((child) => blockView(child, place))}</li>`,
      );
      return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function inlineViews(content: Inline[], place: Place): unknown[] {
  return content.map((node) => {
    switch (node.type) {
      case "text":
        return node.text;
      case "code":
        return html`<code dir="ltr">${node.text}</code>`;
      case "break":
        return html`<br />`;
      case "bold":
        return html`<strong>${inlineViews(node.content, place)}</strong>`;
      case "italic":
        return html`<em>${inlineViews(node.content, place)}</em>`;
      case "link":
        return html`<a href=${node.href.startsWith("/") ? place.base + node.href : node.href} target="_blank" rel="noopener noreferrer"
          ><bdi>${inlineViews(node.content, place)}</bdi>${node.host ? html` <span class="host">(${node.host})</span>` : nothing}<span class="unseen">
            ${place.newTab}</span></a>`;
    }
  });
}

/** The words alone, for announcing. */
export function plainText(source: string): string {
  const inline = (content: Inline[]): string =>
    content.map((node) => ("content" in node ? inline(node.content) : node.type === "break" ? " " : node.text)).join("");
  const block = (one: Block): string => {
    if (one.type === "code") return one.text;
    if (one.type === "list") return one.items.map((item) => `${inline(item.content)}. ${item.children.map(block).join(" ")}`).join(" ");
    return inline(one.content);
  };
  return parseMarkdown(source).map(block).join(" ").replace(/\.\.(?=\s|$)/g, ".").replace(/\s+/g, " ").trim();
}
