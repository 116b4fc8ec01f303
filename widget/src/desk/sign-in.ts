import { html, type TemplateResult } from "lit";
import type { Person } from "../contract";
import { demoPeople, demoTokenProvider, forgetDemoSession, keptDemoPerson, Session, startDemoSession, type TokenProvider } from "../session";
import type { DeskTexts } from "./texts";

/** Who sits here: by the page's own provider, else as a person of the demo with the right role. */
export class Seat {
  people: Person[] | undefined;
  person: Person | undefined;
  session: Session | undefined;

  constructor(
    private readonly role: string,
    private readonly changed: () => void,
  ) {}

  async open(provider: TokenProvider | undefined): Promise<void> {
    const kept = keptDemoPerson();
    if (provider) this.session = new Session(provider);
    else if (kept?.role === this.role) this.#sit(kept);
    else this.people = (await demoPeople("").catch(() => undefined))?.filter((one) => one.role === this.role);
    this.changed();
  }

  async become(person: Person): Promise<void> {
    this.#sit(await startDemoSession("", person.id));
    this.changed();
  }

  leave(): void {
    forgetDemoSession();
    location.reload();
  }

  #sit(person: Person): void {
    this.person = person;
    this.people = undefined;
    this.session = new Session(demoTokenProvider(""));
  }

  view(texts: DeskTexts, notForYou: string): TemplateResult {
    if (!this.people) return html`<main class="door"><p>${texts.signIn} ${notForYou}</p></main>`;
    return html`<main class="door" aria-labelledby="door">
      <p class="demo-tag">${texts.demo}</p>
      <h2 id="door">${texts.whoAreYou}</h2>
      <p class="hint">${texts.demoHelp}</p>
      <ul>
        ${this.people.map(
          (one) => html`<li><button type="button" class="choice" @click=${() => void this.become(one)}><bdi>${one.name}</bdi><span class="hint">${one.language.toUpperCase()}</span></button></li>`,
        )}
      </ul>
    </main>`;
  }
}
