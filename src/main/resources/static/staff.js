// What the pages for some roles share: their texts, elements, calls, and signing in on a demo server.
const main = document.querySelector("main");
const demoToken = "mainforte-demo-token";
const camel = (key) => key.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

export const language = document.documentElement.lang;
export const state = document.getElementById("state");

/** A text of the page, with its values. */
export const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), main.dataset[camel(key)] ?? key);

/** An element with attributes and content; text stays text. */
export const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
};

export const button = (text, pressed) => {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => pressed().catch(failed));
  return made;
};

export function failed() {
  state.textContent = said("failed");
}

const kept = () => {
  try {
    return sessionStorage.getItem(demoToken) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Asks as whoever is signed in; with a body it is sent. */
export function call(path, body) {
  const token = kept();
  return fetch(path, {
    method: body ? "POST" : "GET",
    headers: {
      Accept: "application/json",
      "Accept-Language": language,
      ...(body ? { "Content-Type": "application/json" } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
  });
}

/** On a demo server the people of the demo with one of these roles; elsewhere the company's sign-in gives the token. */
export async function offerPeople(roles, signedIn) {
  const answer = await call("/api/demo/people");
  const people = answer.ok ? (await answer.json()).filter(({ role }) => roles.includes(role)) : [];
  state.textContent = said("forbidden");
  const who = document.getElementById("who");
  who.hidden = people.length === 0;
  who.querySelector(".people").replaceChildren(
    ...people.map(({ id, name }) =>
      button(name, async () => {
        const session = await call("/api/demo/sessions", { person: id });
        if (!session.ok) return failed();
        sessionStorage.setItem(demoToken, (await session.json()).token);
        who.hidden = true;
        await signedIn();
      }),
    ),
  );
  return people.length;
}
