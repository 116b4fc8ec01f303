/** What the server says and hears, as the HTTP contract has it. Unknown fields are ignored, unknown kinds are shown as text. */

export type Language = "fr" | "en";
export type ConversationState = "bot" | "offered" | "held" | "closed";

export interface Author {
  kind: "employee" | "assistant" | "agent" | "system";
  name?: string;
}

export interface Choice {
  id: string;
  label: string;
  style?: "primary" | "plain" | "human";
}

export interface Source {
  article: string;
  title: string;
  section?: string;
  url: string;
}

export interface Detail {
  label: string;
  value: string;
}

export interface FormField {
  name: string;
  label: string;
  type: "text" | "choice" | "date" | "slot" | "yes-no" | "serial" | "address";
  options?: { value: string; label: string }[];
  required?: boolean;
  value?: string;
  hint?: string;
  maxLength?: number;
  /** Why the server did not take the value. */
  error?: string | null;
}

export interface Form {
  id: string;
  fields: FormField[];
}

export interface Step {
  guide: string;
  number: number;
  of: number;
  title: string;
  minutes?: number;
}

export interface Proposal {
  request: string;
  summary: Detail[];
  expires?: string;
}

export interface Receipt {
  kind: string;
  reference: string;
  url?: string;
  details?: Detail[];
}

export interface Message {
  seq: number;
  id: string;
  at: string;
  author: Author;
  kind: string;
  language?: string;
  text: string;
  clientId?: string;
  sources?: Source[];
  choices?: Choice[];
  form?: Form;
  step?: Step;
  proposal?: Proposal;
  receipt?: Receipt;
}

export interface ConversationView {
  id: string;
  state: ConversationState;
  language?: Language;
  messages?: Message[];
  greeting?: Message[];
  queuePosition?: number;
  waitMinutes?: number;
  /** The name of who holds it. */
  agent?: string;
  /** Messages can be asked for in another language. */
  translates?: boolean;
  /** Closed, and the question asked at its end still waits for an answer. */
  survey?: boolean;
  /** False while an answer is still being prepared. */
  idle?: boolean;
}

/** What the employee says: words, a button, or a filled form. `clientId` makes sending it again harmless. */
export type Utterance =
  | { clientId: string; text: string }
  | { clientId: string; choice: string }
  | { clientId: string; form: string; values: Record<string, string> };

export interface QueueState {
  state: ConversationState;
  queuePosition?: number;
  waitMinutes?: number;
  agent?: string;
}

export interface Person {
  id: string;
  name: string;
  role: string;
  site: string;
  language: Language;
}

export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
}

export interface ResumeLink {
  url: string;
  qr: string;
  expires: string;
}
