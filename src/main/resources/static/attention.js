// What did not reach a system outside, for those who run the service. Everything shown is put in as text, never as markup.
import { button, call, element, failed, language, offerPeople, said, state } from "./staff.js";

const moment = (time) => new Date(time).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });

async function load() {
  const answer = await call("/api/outside/attention");
  if (answer.status === 401 || answer.status === 404) return offerPeople(["agent", "manager"], load);
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

load().catch(failed);
