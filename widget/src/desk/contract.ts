import type { Detail, Language, Message, Source, Step } from "../contract";

/** What the desk's endpoints say, as far as the page needs it. */

export type HandoverState = "asked" | "offered" | "held" | "wrap" | "ended";

export interface Line {
  id: string;
  state: HandoverState;
  version: number;
  position: number;
  person: string;
  site: string;
  language: Language;
  topic: string;
  urgency: string;
  ticket?: string;
  waitedSeconds: number;
  rings: boolean;
  lastSeq: number;
  agentRead: number;
  personRead: number;
}

export interface Note {
  id: string;
  at: string;
  agent: string;
  text: string;
}

/** How far the person came in a procedure. */
export interface Progress {
  title: string;
  steps: { number: number; title: string; state: "done" | "skipped" | "current" | "ahead"; failures: number }[];
}

export interface SentFile {
  id: string;
  name: string;
  type: string;
  at?: string;
}

export interface Whole {
  id: string;
  state: HandoverState;
  version: number;
  language: Language;
  person: { id: string; name: string; site: string; language: Language; address?: string; phone?: string };
  topic: string;
  ticket?: string;
  messages: Message[];
  summary: Detail[];
  equipment: { value: string; label: string }[];
  guide?: Step;
  progress?: Progress;
  files: SentFile[];
  translates: boolean;
  site: { id: string; name: string; rules: string };
  facts: { id: string; title: string; text: string }[];
  notes: Note[];
  colleagues: { id: string; name: string }[];
  personRead: number;
  byModel?: boolean;
}

export interface Hit {
  article: string;
  title: string;
  section: string;
  sectionTitle: string;
  snippet: string;
  url: string;
}

export interface Field {
  name: string;
  type: string;
  label: string;
  options: { value: string; label: string }[];
  required: boolean;
  maxLength: number;
  value?: string | null;
}

export type { Source };
