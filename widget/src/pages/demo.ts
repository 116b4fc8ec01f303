/** The demo intranet: who one pretends to be, handed to the chat as a token provider, as a real intranet would. */
import type { Person } from "../contract";
import { demoPeople, demoTokenProvider, forgetDemoSession, keptDemoPerson, startDemoSession, type TokenProvider } from "../session";
import { bySite, placeName } from "../sites";

type Chat = HTMLElement & { tokenProvider: TokenProvider | undefined };

const chat = document.querySelector<Chat>("mainforte-chat")!;
const list = document.querySelector("#people")!;
const who = document.querySelector("#who")!;

function show(people: Person[]): void {
  const employees = people.filter((person) => person.role === "employee");
  list.replaceChildren(
    ...[...bySite(employees)].map(([site, ofSite]) => {
      const group = document.createElement("div");
      const title = document.createElement("h3");
      title.textContent = site;
      const buttons = document.createElement("ul");
      buttons.append(...ofSite.map(button));
      group.append(title, buttons);
      return group;
    }),
  );
  mark();
}

function button(person: Person): HTMLLIElement {
  const item = document.createElement("li");
  const choose = document.createElement("button");
  choose.type = "button";
  choose.dataset["person"] = person.id;
  choose.append(person.name);
  if (person.language === "en") {
    const language = document.createElement("span");
    language.className = "language";
    language.textContent = "English";
    language.lang = "en";
    choose.append(language);
  }
  choose.addEventListener("click", () => void become(person));
  item.append(choose);
  return item;
}

async function become(person: Person): Promise<void> {
  try {
    await startDemoSession("", person.id);
    speakAs(person);
  } catch {
    who.textContent = "Cette personne n’a pas pu être choisie. Réessayez.";
  }
}

function speakAs(person: Person): void {
  chat.setAttribute("language", person.language);
  chat.tokenProvider = demoTokenProvider("");
  mark();
}

function mark(): void {
  const person = keptDemoPerson();
  for (const choose of list.querySelectorAll("button")) choose.setAttribute("aria-pressed", String(choose.dataset["person"] === person?.id));
  who.textContent = person ? `Vous êtes ${person.name}, ${placeName(person.site)}.` : "";
}

async function start(): Promise<void> {
  const people = await demoPeople("");
  if (!people) throw new Error("no demo");
  const before = keptDemoPerson();
  const known = people.find((person) => person.id === before?.id);
  show(people);
  if (known) speakAs(known);
  else forgetDemoSession();
  mark();
}

start().catch(() => (who.textContent = "Les personnes de démonstration ne sont pas disponibles sur ce serveur."));
