// What people asked in vain, for managers. Everything shown is put in as text, never as markup.
import { button, call, element, failed, language, offerPeople, said, state } from "./staff.js";

async function load() {
  const answer = await call("/api/knowledge/unanswered");
  if (answer.ok) return show(await answer.json());
  if (answer.status !== 401 && answer.status !== 404) return failed();
  const people = await offerPeople(["manager"], load);
  if (answer.status === 401 && people === 0) state.textContent = said("sign-in");
}

function show({ groups, pages, faults, lost }) {
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
  const begin = element("button", { type: "button", "aria-expanded": "false" }, said("begin"));
  begin.addEventListener("click", () => {
    const open = begin.getAttribute("aria-expanded") === "true";
    begin.setAttribute("aria-expanded", String(!open));
    item.querySelector(".drafts").hidden = open;
  });
  const drafts = element("div", { class: "drafts", hidden: "" }, ...group.drafts.flatMap((draft) => draftView(group, draft)));
  item.append(begin, drafts);
  return item;
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
