import type { Language } from "./contract";

/** "10:15" today, "22 nov., 10:15" on another day; the text as received when it is no date. */
export function timeOf(at: string, language: Language, now = new Date()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const today = date.toDateString() === now.toDateString();
  const day: Intl.DateTimeFormatOptions = today ? {} : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { ...day, hour: "2-digit", minute: "2-digit" }).format(date);
}

/** Full jitter between half and the whole of an exponential delay, in milliseconds, at most 30 s. */
export function backOff(attempt: number, random = Math.random): number {
  const ceiling = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** Resolves after `ms`, or at once when the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
