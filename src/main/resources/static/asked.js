// What people asked in vain, for managers. Everything shown is put in as text, never as markup.
import { button, call, element, failed, language, offerPeople, said, state } from "./staff.js";

let titles = [];

async function load() {
  const answer = await call("/api/knowledge/unanswered");
  if (answer.ok) return show(await answer.json());
  if (answer.status !== 401 && answer.status !== 404) return failed();
  const people = await offerPeople(["manager"], load);
  if (answer.status === 401 && people === 0) state.textContent = said("sign-in");
}

function show({ groups, articles, pages, faults, lost }) {
  titles = articles.sort((one, other) => one.title.localeCompare(other.title, one.language));
  showFaults(faults, lost);
  state.textContent = groups.length === 0 ? said("none") : "";
  for (const code of ["fr", "en"]) {
    const own = groups.filter((group) => group.language === code);
    const section = document.getElementById(code);
    section.hidden = own.length === 0;
    section.querySelector(".groups").replaceChildren(...own.map(groupItem));
  }
  showPages(pages);
}

/** What is wrong in saved files; the remedies are written in English. */
function showFaults(faults, lost) {
  const section = document.getElementById("faults");
  section.hidden = faults.length + lost.length === 0;
  const files = Map.groupBy(faults, ({ file }) => file);
  section.querySelector(".groups").replaceChildren(
    ...lost.map((folder) => element("li", {}, said("lost", { folder }))),
    ...[...files].map(([file, own]) =>
      element("li", {}, element("h3", {}, file), element("ul", {}, ...own.map(faultItem))),
    ),
  );
}

function faultItem({ line, what, remedy }) {
  return element("li", {}, `${said("line", { line })} `, element("span", { lang: "en" }, `${what} ${remedy}`));
}

function groupItem(group) {
  const day = new Date(`${group.last}T12:00:00`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  const reasons = [
    ["unknown", group.unknown],
    ["outOfScope", group.outOfScope],
    ["notHelpful", group.notHelpful],
  ].flatMap(([key, n]) => (n > 0 ? [said(key, { n })] : []));
  const [title, ...others] = group.examples;
  const item = element("li", { id: group.id });
  item.append(
    element("h3", { lang: group.language }, title),
    element("p", { class: "how" }, `${said(group.count === 1 ? "countOne" : "count", { n: group.count, day })} (${reasons.join(" · ")})`),
  );
  if (others.length > 0) {
    item.append(
      element("p", { class: "how" }, said("examples")),
      element("ul", { lang: group.language }, ...others.map((example) => element("li", {}, example))),
    );
  }
  const drafts = element("div", { class: "drafts", hidden: "" }, ...group.drafts.flatMap((draft) => draftView(group, draft)));
  const answers = element("div", { class: "answers", hidden: "" });
  const choose = async () => {
    if (!answers.hasChildNodes()) answers.append(...(await answerView(group)));
    answers.querySelector("select").focus();
  };
  item.append(opener(said("begin"), drafts), opener(said("answers"), answers, choose), drafts, answers);
  return item;
}

function opener(text, panel, opened) {
  const made = button(text, async () => {
    panel.hidden = !panel.hidden;
    made.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) await opened?.();
  });
  made.setAttribute("aria-expanded", "false");
  return made;
}

/** Which article answers, the nearest first, and which of the ways of asking lead to it from now on. */
async function answerView({ id, language: lang, examples }) {
  const found = await call(`/api/knowledge/search?${new URLSearchParams({ q: examples[0], language: lang, k: 5 })}`);
  const own = titles.filter((one) => one.language === lang);
  const near = (found.ok ? await found.json() : []).flatMap(({ article }) => own.filter((one) => one.article === article));
  const options = (label, some) =>
    element("optgroup", { label: said(label) }, ...some.map(({ article, title }) => element("option", { value: article, lang }, title)));
  const select = element("select", { id: `${id}-article` }, element("option", { value: "" }, said("choose")));
  select.append(...(near.length > 0 ? [options("near", near)] : []), options("all", own));
  const boxes = examples.map((value) => element("input", { type: "checkbox", checked: "", value }));
  const ways = examples.map((text, at) => element("label", { lang }, boxes[at], element("span", {}, text)));
  const masked = examples.some((text) => text.includes("[")) ? [element("p", { class: "how" }, said("waysMasked"))] : [];
  const problem = element("p", { role: "alert" });
  const add = button(said("add"), async () => {
    problem.textContent = "";
    const wordings = boxes.filter((box) => box.checked).map((box) => box.value);
    const answer = await call("/api/knowledge/wordings", { article: select.value, language: lang, wordings });
    const { added, left, detail } = await answer.json();
    if (!answer.ok) {
      problem.textContent = detail;
      return;
    }
    const title = select.selectedOptions[0].label;
    await load();
    state.textContent = [said("added", { n: added.length, title }), ...(left.length > 0 ? [said("left", { n: left.length })] : [])].join(" ");
    state.tabIndex = -1;
    state.focus();
  });
  return [
    element("p", {}, element("label", { for: select.id }, said("article"))),
    select,
    element("fieldset", {}, element("legend", {}, said("ways")), ...ways, ...masked),
    problem,
    add,
  ];
}

function draftView(group, draft) {
  const id = `${group.id}-${draft.language}`;
  const text = element("textarea", { id, readonly: "", spellcheck: "false", lang: draft.language });
  text.value = draft.text;
  const download = button(said("download", { file: draft.file }), async () => {
    const url = URL.createObjectURL(new Blob([draft.text], { type: "text/markdown;charset=utf-8" }));
    element("a", { href: url, download: draft.file }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
  return [element("p", {}, element("label", { for: id }, said("copy", { file: draft.file }))), text, element("p", {}, download)];
}

function showPages(pages) {
  const section = document.getElementById("pages");
  section.hidden = false;
  section.querySelectorAll("table, p").forEach((old) => old.remove());
  if (pages.length === 0) {
    section.append(element("p", {}, said("nobodyTold")));
    return;
  }
  const head = ["page", "helped", "didNot"].map((key) => element("th", { scope: "col" }, said(key)));
  const rows = pages.map(({ article, language: code, helpful, unhelpful, url }) =>
    element(
      "tr",
      {},
      element("td", {}, element("a", { href: url }, `${article} (${code})`)),
      element("td", {}, String(helpful)),
      element("td", {}, String(unhelpful)),
    ),
  );
  section.append(element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}

load().catch(failed);
