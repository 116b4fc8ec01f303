// What did not reach a system outside, for those who run the service. Everything shown is put in as text, never as markup.
const main = document.getElementById("attention");
const state = document.getElementById("state");
const language = document.documentElement.lang;
const demoToken = "mainforte-demo-token";
const camel = (key) => key.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), main.dataset[camel(key)] ?? key);
const moment = (time) => new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });

const kept = () => {
  try {
    return sessionStorage.getItem(demoToken) ?? undefined;
  } catch {
    return undefined;
  }
};

/** An element with attributes and content; text stays text. */
const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
};
const button = (text, pressed) => {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", () => pressed().catch(failed));
  return made;
};

async function call(path, body) {
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

async function load() {
  const answer = await call("/api/outside/attention");
  if (answer.status === 401 || answer.status === 404) return offerPeople();
  if (!answer.ok) return failed();
  const errands = await answer.json();
  state.textContent = errands.length === 0 ? said("none") : "";
  document.getElementById("errands").replaceChildren(...errands.map(item));
  const decisions = await (await call("/api/outside/decisions")).json();
  const section = document.getElementById("decisions");
  section.hidden = decisions.length === 0;
  section.querySelector("ul").replaceChildren(...decisions.map(decision));
}

function item(errand) {
  const one = element("li", {});
  const actions = element(
    "p",
    {},
    button(said("retry"), () => decide("retry", errand)),
    " ",
    ...(["ticket-note", "mail"].includes(errand.kind) ? [button(said("give-up"), async () => ask(one, errand))] : []),
  );
  one.append(
    element("h2", {}, `${said(errand.kind)} ${errand.subject}`),
    element("p", {}, errand.attention),
    element("p", { class: "how" }, said("tried", { n: errand.attempts, since: moment(errand.since) })),
    actions,
  );
  return one;
}

/** A reason is part of giving up. */
function ask(one, errand) {
  if (one.querySelector("textarea")) return;
  const id = `reason-${errand.kind}-${errand.subject}`;
  const reason = element("textarea", { id, maxlength: "500", rows: "2" });
  const question = element(
    "div",
    {},
    element("p", {}, element("label", { for: id }, said("reason"))),
    reason,
    element(
      "p",
      {},
      button(said("give-up"), () => decide("give-up", errand, reason.value)),
      " ",
      button(said("cancel"), async () => question.remove()),
    ),
  );
  one.append(question);
  reason.focus();
}

async function decide(action, { kind, subject }, reason) {
  const answer = await call(`/api/outside/attention/${action}`, { kind, subject, reason });
  await load();
  state.textContent = answer.ok ? said(action === "retry" ? "retried" : "given-up", { subject }) : ((await answer.json()).detail ?? said("failed"));
}

function decision({ at, person, action, kind, subject, attention, reason }) {
  const what = `${moment(at)} · ${person} · ${said(action)} · ${said(kind)} ${subject}`;
  return element("li", {}, element("p", {}, what), element("p", { class: "how" }, [attention, reason].filter(Boolean).join(" · ")));
}

/** On a demo server the agents and managers of the demo; elsewhere the company's sign-in gives the token. */
async function offerPeople() {
  const answer = await fetch("/api/demo/people", { headers: { Accept: "application/json" } });
  const people = answer.ok ? (await answer.json()).filter(({ role }) => role === "agent" || role === "manager") : [];
  state.textContent = said("forbidden");
  const who = document.getElementById("who");
  who.hidden = people.length === 0;
  who.querySelector(".people").replaceChildren(...people.map(({ id, name }) => button(name, () => become(id))));
}

async function become(person) {
  const answer = await call("/api/demo/sessions", { person });
  if (!answer.ok) return failed();
  sessionStorage.setItem(demoToken, (await answer.json()).token);
  document.getElementById("who").hidden = true;
  await load();
}

function failed() {
  state.textContent = said("failed");
}

load().catch(failed);
