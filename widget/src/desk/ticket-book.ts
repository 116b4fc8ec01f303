import { Api, Problem } from "../api";
import type { Language } from "../contract";
import type { Session } from "../session";
import type { SentFile } from "./contract";
import { saveFile } from "./save-file";
import type { DeskTexts } from "./texts";

export interface TicketLine {
  reference: string;
  title: string;
  category: string;
  urgency: "normal" | "high" | "urgent";
  state: "recorded" | "open" | "waiting" | "resolved" | "closed";
  site: string;
  person: string;
  createdAt: string;
  answered: boolean;
}

export interface TicketDossier {
  ticket: TicketLine;
  ours: boolean;
  description: string;
  context?: string;
  phone?: string;
  equipment?: string;
  room?: string;
  transcript: string;
  files: SentFile[];
  notes: { at: string; author: { kind: "employee" | "technician" | "agent"; name: string }; text: string }[];
  external?: { system: string; id: string; url?: string };
}

const refreshMs = 20_000;

/** The tickets as the page knows them: found ones, and one open; kept fresh. */
export class TicketBook {
  lines: TicketLine[] | undefined;
  open: TicketDossier | undefined;
  words = "";
  all = false;
  problem = "";
  said = "";
  refused = false;
  readonly #api: Api;
  #clientId = crypto.randomUUID();
  #wanted = "";

  constructor(
    session: Session,
    language: () => Language,
    private readonly texts: () => DeskTexts,
    private readonly changed: () => void,
  ) {
    this.#api = new Api("", session, language);
    void this.find();
    setInterval(() => document.visibilityState === "visible" && void this.#refresh(), refreshMs);
  }

  find = (): Promise<boolean> =>
    this.#try(async () => {
      this.lines = await this.#api.json<TicketLine[]>(`/api/desk/tickets?q=${encodeURIComponent(this.words)}&all=${this.all}`);
    });

  show = (reference: string): Promise<boolean> => {
    this.#wanted = reference;
    this.said = "";
    return this.#try(async () => this.#take(await this.#api.json<TicketDossier>(this.#path(reference)), reference));
  };

  leave(): void {
    this.#wanted = "";
    this.open = undefined;
    this.changed();
  }

  async reply(text: string): Promise<boolean> {
    const { reference } = this.open!.ticket;
    const sent = await this.#try(async () => {
      this.#take(await this.#api.json<TicketDossier>(`${this.#path(reference)}/replies`, { json: { clientId: this.#clientId, text } }), reference);
      this.#clientId = crypto.randomUUID();
      this.said = this.texts().sent;
    });
    if (sent) await this.find();
    return sent;
  }

  async change(change: { state?: string; urgency?: string }): Promise<void> {
    const { reference } = this.open!.ticket;
    const changed = await this.#try(async () => {
      this.#take(await this.#api.json<TicketDossier>(this.#path(reference), { method: "PATCH", json: change }), reference);
      this.said = this.texts().changed;
    });
    if (changed) await this.find();
  }

  save = (file: SentFile): Promise<boolean> => this.#try(() => saveFile(this.#api, `${this.#path(this.open!.ticket.reference)}/files/${encodeURIComponent(file.id)}`, file.name));

  #take(dossier: TicketDossier, reference: string): void {
    if (this.#wanted === reference) this.open = dossier;
  }

  async #refresh(): Promise<void> {
    const reference = this.#wanted;
    if (reference && this.open) await this.#api.json<TicketDossier>(this.#path(reference)).then((dossier) => this.#take(dossier, reference), () => undefined);
    await this.find();
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      this.problem = "";
      await work();
      return true;
    } catch (error) {
      this.refused = error instanceof Problem && error.status === 404 && !this.lines;
      this.problem = error instanceof Problem && error.detail ? error.detail : this.texts().failed;
      return false;
    } finally {
      this.changed();
    }
  }

  #path(reference: string): string {
    return `/api/desk/tickets/${encodeURIComponent(reference)}`;
  }
}
