/*
 * What Microsoft's own packages find wrong with what we send to Teams. Reads a line of JSON {kind, json} and answers with a line of
 * JSON, the list of faults; until its input ends.
 *   card      the reference renderer of Adaptive Cards, as a host of version 1.5
 *   manifest  the published JSON schema of the app's manifest, or of its translations, that the document names
 */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../../widget/package.json", import.meta.url));
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");
const AC = require("adaptivecards/dist/adaptivecards.js");

/** The buttons that Teams shows in a row. */
const HOST = new AC.HostConfig({ actions: { maxActions: 6 } });

/** What a type holds beside the properties of its own schema. */
const HOLDS = { AdaptiveCard: ["body", "actions"], ActionSet: ["actions"], RichTextBlock: ["inlines"] };

function card(source) {
  const faults = [];
  const parsed = new Map();
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const seen = (object, from) => parsed.set(from, object);
  context.onParseElement = seen;
  context.onParseAction = seen;
  // The renderer's own pattern for a language remembers where it stopped in the card before.
  AC.CardElement.langProperty.regEx.lastIndex = 0;
  const whole = new AC.AdaptiveCard();
  whole.hostConfig = HOST;
  whole.parse(source, context);
  seen(whole, source);
  faults.push(...whole.validateProperties().validationEvents.map((event) => event.message));
  walk(source, (node) => {
    if (node.fallback) context.parseAction(whole, node.fallback, [], false);
  });
  walk(source, (node) => {
    const object = parsed.get(node);
    if (!object) faults.push(`${node.type} is not drawn`);
    else faults.push(...unknown(node, object));
  });
  for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
  return faults;
}

/** Every typed object but what only we read. */
function walk(node, visit) {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node) && "type" in node) visit(node);
  for (const [name, child] of Object.entries(node)) if (name !== "data") walk(child, visit);
}

function unknown(node, object) {
  const known = new Set(["type", "fallback", ...(HOLDS[node.type] ?? [])]);
  const schema = object.getSchema();
  for (let i = 0; i < schema.getCount(); i++) known.add(schema.getItemAt(i).name);
  const choices = (node.choices ?? []).filter((choice) => Object.keys(choice).sort().join() !== "title,value");
  return [
    ...Object.keys(node).filter((name) => !known.has(name)).map((name) => `${node.type} has no ${name}`),
    ...choices.map((choice) => `a choice ${JSON.stringify(choice)}`),
  ];
}

const schemas = new Map();

function published(document) {
  const name = /\/teams\/v[\d.]+\/[A-Za-z.]+\.schema\.json$/.exec(document.$schema)[0];
  if (!schemas.has(name)) {
    // Not all patterns of the published schemas are valid with the flag u.
    const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
    addFormats(ajv, ["uri", "email", "regex"]);
    schemas.set(name, ajv.compile(require(`@microsoft/app-manifest/build/json-schemas${name}`)));
  }
  const valid = schemas.get(name);
  return valid(document) ? [] : valid.errors.map((error) => `${error.instancePath} ${error.message}`);
}

const FAULTS = { card, manifest: published };

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, json } = JSON.parse(line);
  process.stdout.write(JSON.stringify(FAULTS[kind](json)) + "\n");
}
