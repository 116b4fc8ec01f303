import type { Language } from "../contract";

export interface Canned {
  name: string;
  text: string;
}

/** What agents say every day, in the language of the conversation. `{me}` is the agent. */
export const canned: Record<Language, Canned[]> = {
  fr: [
    { name: "Bonjour", text: "Bonjour, je suis {me}, du service Sésame. J’ai lu votre échange, vous n’avez rien à répéter." },
    { name: "Je regarde", text: "Je regarde, cela me prend deux ou trois minutes. Je reste avec vous." },
    { name: "Redémarrer", text: "Pouvez-vous redémarrer le PC (menu Démarrer, puis Redémarrer) et me dire ce que vous voyez\u202F?" },
    { name: "Capture", text: "Pouvez-vous joindre une photo de l’écran avec le trombone, à gauche de votre message\u202F?" },
    { name: "Numéro", text: "À quel numéro puis-je vous appeler\u202F?" },
    { name: "Résolu ?", text: "Est-ce que cela marche maintenant\u202F?" },
    { name: "Au revoir", text: "Merci de votre patience. Je termine cette conversation\u202F; vous pourrez en ouvrir une nouvelle à tout moment." },
  ],
  en: [
    { name: "Hello", text: "Hello, I am {me} from the Sésame service desk. I have read your conversation, you do not have to repeat anything." },
    { name: "Looking", text: "I am looking into it, this takes two or three minutes. I am staying with you." },
    { name: "Restart", text: "Can you restart the PC (Start menu, then Restart) and tell me what you see?" },
    { name: "Picture", text: "Can you attach a photo of the screen with the paper clip, left of your message?" },
    { name: "Number", text: "What number can I call you on?" },
    { name: "Solved?", text: "Does it work now?" },
    { name: "Goodbye", text: "Thank you for your patience. I am closing this conversation; you can open a new one at any time." },
  ],
};
