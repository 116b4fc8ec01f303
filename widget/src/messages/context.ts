import type { Choice, Language, Message } from "../contract";
import type { Texts } from "../texts";

/** What a message's view needs to know and may ask for. */
export interface MessageContext {
  texts: Texts;
  language: Language;
  base: string;
  /** Of the headings inside messages: one below the panel's own. */
  headingLevel: number;
  /** The employee has said nothing since: choices and forms can still be answered. */
  live: boolean;
  choose(choice: Choice): void;
  submit(form: string, values: Record<string, string>): void;
  /** Answers whether the server took it. */
  judge(message: Message, helpful: boolean, comment?: string): Promise<boolean>;
  /** A message in the reader's language; missing when nobody translates. */
  translate?: ((message: Message) => Promise<string>) | undefined;
  saveInvitation(reference: string): void;
}
