import assert from "node:assert/strict";
import { test } from "node:test";
import { address, parseMarkdown, type Block, type Inline } from "../src/markdown";
import { plainText } from "../src/markdown-view";

/** The tree in one line: what would be shown, with links as <href>. */
function shown(source: string): string {
  const inline = (nodes: Inline[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case "text":
            return node.text;
          case "code":
            return `code(${node.text})`;
          case "break":
            return "/";
          case "link":
            return `link<${node.href}|${node.host}>(${inline(node.content)})`;
          default:
            return `${node.type}(${inline(node.content)})`;
        }
      })
      .join("");
  const block = (one: Block): string => {
    if (one.type === "code") return `pre(${one.text})`;
    if (one.type === "list") {
      const items = one.items.map((item) => inline(item.content) + item.children.map(block).join(""));
      return `${one.ordered ? `ol${one.start}` : "ul"}[${items.join("|")}]`;
    }
    return `${one.type === "heading" ? "h" : "p"}(${inline(one.content)})`;
  };
  return parseMarkdown(source).map(block).join("");
}

const read: Record<string, string> = {
  "Un **mot** et *un autre*, `code`": "p(Un bold(mot) et italic(un autre), code(code))",
  "Un\n\nDeux\ntrois": "p(Un)p(Deux/trois)",
  "## Titre ##": "h(Titre)",
  "#hashtag": "p(#hashtag)",
  "- un\n- deux": "ul[un|deux]",
  "1. un\n2. deux\n   - dedans": "ol1[un|deuxul[dedans]]",
  "3) trois\n\n4) quatre": "ol3[trois|quatre]",
  "Avant :\n- un": "p(Avant :)ul[un]",
  "```\n**pas gras**\n<b>\n```\nAprès": "pre(**pas gras**\n<b>)p(Après)",
  "[la page](/kb/fr/onedrive#haut)": "p(link</kb/fr/onedrive#haut|>(la page))",
  "[site](https://example.org/a?b=c)": "p(link<https://example.org/a?b=c|example.org>(site))",
  "Voir https://example.org/a.": "p(Voir link<https://example.org/a|>(https://example.org/a).)",
  "nom_de_fichier_long et 2*3*4": "p(nom_de_fichier_long et 2*3*4)",
  "\\*pas italique\\*": "p(*pas italique*)",
  "\\{\\{a\\}\\} \\<b> \\| \\~ \\& \\e": "p({{a}} <b> | ~ & \\e)",
  "**[lien](/a)**": "p(bold(link</a|>(lien)))",
  "** pas gras **": "p(** pas gras **)",
  "": "",
};
for (const [source, tree] of Object.entries(read)) test(`reads ${JSON.stringify(source)}`, () => assert.equal(shown(source), tree));

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert%281%29)",
  "[x](java\tscript:alert%281%29)",
  "[x](\u0001javascript:alert%281%29)",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example/a)",
  "[x](/\\evil.example/a)",
  "[x](\\\\evil.example)",
  "[x](https:evil.example)",
  "[x](https://user:secret@evil.example/)",
  "[x](blob:https://example.org/1)",
  "[x](/a\"onmouseover=\"alert(1))",
  "![x](https://evil.example/pixel.png)",
  "&lt;script&gt;",
];
for (const source of hostile) {
  test(`stays harmless: ${JSON.stringify(source)}`, () => {
    for (const [, href] of shown(source).matchAll(/link<([^|]*)\|/g)) assert.match(href!, /^(https?:\/\/[^@]*|\/(?![/\\]).*)$/);
    assert.doesNotMatch(shown(source), /link<[^|]*(script:|data:|file:|blob:)/i);
  });
}

test("an image is no image: only its address can be followed, by hand", () => {
  assert.equal(shown("![x](https://example.org/p.png)"), "p(!link<https://example.org/p.png|example.org>(x))");
});

test("bidirectional overrides and control characters are dropped, right-to-left letters stay", () => {
  assert.equal(shown("a\u202Egnp.exe\u2066\u0000 \u0645\u0631\u062D\u0628\u0627"), "p(agnp.exe \u0645\u0631\u062D\u0628\u0627)");
  assert.equal(shown("[ba\u202Enque](https://example.org/)"), "p(link<https://example.org/|example.org>(banque))");
});

test("a link of another name shows its host, so that it cannot pass for another site", () => {
  assert.equal(shown("[https://intranet.example](https://evil.example/)"), "p(link<https://evil.example/|evil.example>(https://intranet.example))");
});

const long = ["*".repeat(20_000), "[".repeat(20_000), "`".repeat(19_999), "- ".repeat(10_000), "**a".repeat(6_000), "a".repeat(200_000), `${" ".repeat(9_000)}x`, "  - a\n".repeat(3_000), "[a](".repeat(5_000)];
for (const source of long) {
  test(`is quick with ${source.length} characters beginning ${JSON.stringify(source.slice(0, 6))}`, () => {
    const start = performance.now();
    parseMarkdown(source);
    assert.ok(performance.now() - start < 500);
  });
}

test("addresses: paths of this site, http and https alone", () => {
  assert.deepEqual(address("/kb/fr/a"), { href: "/kb/fr/a", host: "" });
  assert.deepEqual(address("HTTPS://Example.org"), { href: "https://example.org/", host: "example.org" });
  for (const refused of ["", "kb", "//a", "/\\a", "javascript:1", "mailto:a@b", "http://", "https://"]) assert.equal(address(refused), undefined, refused);
});

test("plain text for announcing has the words and no marks", () => {
  assert.equal(plainText("**Ouvrez** [la page](/a) :\n\n1. Un\n2. Deux"), "Ouvrez la page : Un. Deux.");
});
