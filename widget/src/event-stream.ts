export interface ServerEvent {
  event: string;
  data: string;
  id?: string;
}

/**
 * Reads `text/event-stream` piece by piece, wherever the pieces are cut.
 * After the HTML Standard, section 9.2.6 "Interpreting an event stream"; `retry` is ignored, we have our own back-off.
 */
export class EventStreamReader {
  #rest = "";
  #started = false;
  #event = "";
  #data: string[] = [];
  #id: string | undefined;

  push(piece: string): ServerEvent[] {
    let text = this.#rest + piece;
    if (!this.#started && text) {
      if (text.startsWith("\uFEFF")) text = text.slice(1);
      this.#started = true;
    }
    const events: ServerEvent[] = [];
    const lineEnd = /\r\n|\r|\n/g;
    let start = 0;
    for (let end = lineEnd.exec(text); end; end = lineEnd.exec(text)) {
      if (end[0] === "\r" && lineEnd.lastIndex === text.length) break; // its \n may come with the next piece
      this.#line(text.slice(start, end.index), events);
      start = lineEnd.lastIndex;
    }
    this.#rest = text.slice(start);
    return events;
  }

  #line(line: string, events: ServerEvent[]): void {
    if (line === "") return this.#dispatch(events);
    if (line.startsWith(":")) return;
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
  }

  #dispatch(events: ServerEvent[]): void {
    if (this.#data.length) {
      const event: ServerEvent = { event: this.#event || "message", data: this.#data.join("\n") };
      if (this.#id !== undefined) event.id = this.#id;
      events.push(event);
    }
    this.#event = "";
    this.#data = [];
    this.#id = undefined;
  }
}
