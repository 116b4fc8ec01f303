import type { Person } from "./contract";

/** People grouped by their site, in the order they came. */
export function bySite(people: Person[]): Map<string, Person[]> {
  const sites = new Map<string, Person[]>();
  for (const person of people) sites.set(person.site, [...(sites.get(person.site) ?? []), person]);
  return sites;
}
