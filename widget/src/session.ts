import type { Person } from "./contract";

export type TokenProvider = () => Promise<string>;

/** Thrown when nobody is known yet: the panel then shows the demo's people, or says how to sign in. */
export class NobodyYet extends Error {}

/** Holds the bearer token in memory and asks the provider again when the server refuses it. */
export class Session {
  #provider: TokenProvider | undefined;
  #token: Promise<string> | undefined;

  constructor(provider?: TokenProvider) {
    this.#provider = provider;
  }

  /** The current token; a failed answer of the provider is not kept. */
  token(): Promise<string> {
    if (!this.#token) {
      const asked = this.#provider ? this.#provider() : Promise.reject(new NobodyYet());
      this.#token = asked;
      asked.catch(() => this.#forget(asked));
    }
    return this.#token;
  }

  /** A newer token than `refused`, asked for once however many calls were refused at the same moment. */
  async renew(refused: string): Promise<string> {
    const current = await this.token();
    if (current !== refused) return current;
    this.#token = undefined;
    return this.token();
  }

  #forget(asked: Promise<string>): void {
    if (this.#token === asked) this.#token = undefined;
  }
}

const demoToken = "mainforte-demo-token";
const demoPerson = "mainforte-demo-person";

/** The fictional people of a demo server; undefined when the server is no demo. */
export async function demoPeople(base: string): Promise<Person[] | undefined> {
  const response = await fetch(`${base}/api/demo/people`, { headers: { Accept: "application/json" } });
  if (!response.ok) return undefined;
  const people: unknown = await response.json();
  return Array.isArray(people) ? (people as Person[]) : undefined;
}

/** Opens a demo session and keeps its token for this tab, in demo mode only. */
export async function startDemoSession(base: string, person: string): Promise<Person> {
  const response = await fetch(`${base}/api/demo/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ person }),
  });
  if (!response.ok) throw new Error(`demo session refused: ${response.status}`);
  const session = (await response.json()) as { token: string; person: Person };
  keepDemoToken(session.token);
  keep(demoPerson, JSON.stringify(session.person));
  return session.person;
}

export const keepDemoToken = (token: string): void => keep(demoToken, token);
export const keptDemoToken = (): string | undefined => kept(demoToken);

export function keptDemoPerson(): Person | undefined {
  const stored = kept(demoPerson);
  return stored ? (JSON.parse(stored) as Person) : undefined;
}

export function forgetDemoSession(): void {
  for (const key of [demoToken, demoPerson]) {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept where storage is refused.
    }
  }
}

/** Renews by opening the same demo person's session again. */
export function demoTokenProvider(base: string): TokenProvider {
  let asked = false;
  return async () => {
    const person = keptDemoPerson();
    if (asked && person) await startDemoSession(base, person.id);
    asked = true;
    const token = keptDemoToken();
    if (!token) throw new NobodyYet();
    return token;
  };
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage a reload asks again who one is.
  }
}

function kept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
