import { html, type TemplateResult } from "lit";
import type { Person } from "./contract";
import { bySite } from "./sites";
import type { Texts } from "./texts";

/** The fictional people of a demo, by site; shown when nobody is signed in. */
export function peopleView(people: Person[], texts: Texts, chosen: (person: Person) => void): TemplateResult {
  const employees = people.filter((person) => person.role === "employee");
  return html`<section class="people" aria-labelledby="people-title">
    <p class="demo-tag">${texts.demo}</p>
    <h2 id="people-title">${texts.pickPerson}</h2>
    <p class="hint">${texts.pickPersonHelp}</p>
    ${[...bySite(employees)].map(
      ([site, ofSite]) => html`<h3>${site}</h3>
        <ul>
          ${ofSite.map(
            (person) => html`<li>
              <button type="button" class="choice plain" @click=${() => chosen(person)}>
                <bdi>${person.name}</bdi><span class="person-language">${person.language.toUpperCase()}</span>
              </button>
            </li>`,
          )}
        </ul>`,
    )}
  </section>`;
}
