import type { Language } from "./contract";
import { icons } from "./icons";
import type { MenuEntry } from "./menu";
import type { Texts } from "./texts";
import type { Visit } from "./visit";

export function menuEntries(visit: Visit, texts: Texts, language: Language): MenuEntry[] {
  const other: Language = language === "fr" ? "en" : "fr";
  const withConversation: MenuEntry[] = [
    { label: texts.newConversation, icon: icons.plus, chosen: visit.startAfresh },
    { label: texts.resume, icon: icons.phone, chosen: visit.goOnElsewhere },
    { label: texts.erase, icon: icons.bin, chosen: visit.askToErase },
  ];
  return [
    ...(visit.conversation ? withConversation : []),
    { label: texts.language, icon: icons.globe, language: other, chosen: () => visit.speakLanguage(other) },
    ...(visit.ownDemoPerson ? [{ label: texts.changePerson, icon: icons.person, chosen: visit.changePerson }] : []),
  ];
}
