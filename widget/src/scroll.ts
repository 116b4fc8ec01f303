/** Around what is scrolled to, in pixels. */
const margin = 16;

/** Keeps the newest messages in view until the person scrolls up to read; a tall answer is shown from its beginning. */
export class Scroll {
  #following = true;
  #put = 0;
  #height = 0;
  #last: Element | null = null;
  #watched: HTMLElement | null = null;
  readonly #resized = new ResizeObserver(() => this.follow());

  constructor(private readonly log: () => HTMLElement | null) {}

  readonly scrolled = (): void => {
    const area = this.#area;
    if (!area || area.clientHeight !== this.#height) return; // moved by a change of size, not by the person
    if (area.scrollHeight - area.scrollTop - area.clientHeight < 60) this.#following = true;
    else if (area.scrollTop < this.#put - 40) this.#following = false;
  };

  follow(): void {
    this.#watch();
    const area = this.#area;
    const last = this.log()?.lastElementChild ?? null;
    this.#height = area?.clientHeight ?? 0;
    if (!area || !last || this.#height === 0) return;
    if (last !== this.#last && last.matches(".pending")) this.#following = true;
    this.#last = last;
    if (!this.#following) return;
    const top = this.#start(last).getBoundingClientRect().top - area.getBoundingClientRect().top;
    area.scrollTop += top - margin;
    this.#put = area.scrollTop;
  }

  /** Opening the panel, a keyboard on the screen or a longer message below change the height. */
  #watch(): void {
    const log = this.log();
    if (log === this.#watched) return;
    this.#resized.disconnect();
    this.#watched = log;
    if (log) this.#resized.observe(log);
  }

  /** The conversation scrolls; on a very low screen the whole panel does. */
  get #area(): HTMLElement | null {
    const log = this.log();
    return log && getComputedStyle(log).overflowY === "visible" ? log.closest<HTMLElement>(".panel") : log;
  }

  /**
   * What the employee said last: everything after it is the answer. A card to decide on needs the room more than that does, and
   * where people speak, the newest words count.
   */
  #start(last: Element): Element {
    const own = [...this.log()!.querySelectorAll(".message.employee")].at(-1) ?? last;
    const people = [...this.log()!.querySelectorAll(".message.agent, .message.system")].at(-1);
    if (people && own.compareDocumentPosition(people) & Node.DOCUMENT_POSITION_FOLLOWING) return last;
    const answer = own.nextElementSibling;
    const both = last.getBoundingClientRect().bottom - own.getBoundingClientRect().top;
    return answer && last.querySelector(".card") && both > this.#height - 2 * margin ? answer : own;
  }
}
