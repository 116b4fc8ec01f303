import type { Person } from "./contract";

/** Small words of French place names, which keep their small letter. */
const small = new Set(["de", "des", "du", "en", "et", "la", "le", "les", "lès", "sous", "sur"]);

/** A site's id as a place name: `aix-en-provence` is Aix-en-Provence. */
export function placeName(site: string): string {
  return site
    .split("-")
    .map((part, index) => (index > 0 && small.has(part) ? part : part.charAt(0).toLocaleUpperCase("fr") + part.slice(1)))
    .join("-");
}

/** People grouped by the place name of their site, in the order they came. */
export function bySite(people: Person[]): Map<string, Person[]> {
  const sites = new Map<string, Person[]>();
  for (const person of people) {
    const place = placeName(person.site);
    sites.set(place, [...(sites.get(place) ?? []), person]);
  }
  return sites;
}
