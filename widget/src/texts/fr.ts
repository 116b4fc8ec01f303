/**
 * Everything the employee reads in French. U+202F before ; : ! ? and inside guillemets, typographic apostrophes.
 * What the launcher says stands alone, so that it can be loaded alone.
 */

export const launcherFr = {
  launcher: "Besoin d’aide\u202F?",
  region: "Aide informatique",
  loading: "Chargement de l’aide…",
  loadFailed: "L’aide n’a pas pu être chargée. Vérifiez votre connexion.",
  retry: "Réessayer",
  unread: (n: number): string => (n > 1 ? "nouveaux messages" : "nouveau message"),
};

export const fr = {
  close: "Fermer l’aide",
  retry: "Réessayer",
  product: "Mainforte",
  assistant: "Assistant IA",
  person: "Personne du support",
  system: "Information",
  you: "Vous",
  withPerson: (name: string) => (name ? `${name} vous répond` : "Une personne vous répond"),
  generated: "Réponse préparée par une IA",

  conversation: "Conversation",
  writing: "L’assistant écrit…",
  stop: "Arrêter la réponse",
  personWriting: "Votre conseiller écrit…",
  looking: "Je cherche la réponse…",
  newMessages: "Voir les nouveaux messages",

  input: "Votre message",
  inputHint: "Votre message…",
  send: "Envoyer",
  left: (n: number) => (n < 0 ? `${-n} caractères de trop` : `${n} caractères restants`),
  tooLong: "Votre message dépasse 4\u202F000 caractères. Raccourcissez-le ou envoyez-le en deux fois.",
  talkToHuman: "Je veux parler à une personne",
  human: "Parler à une personne",

  sending: "Envoi…",
  sent: "Envoyé",
  waitingForNetwork: "Gardé ici, envoyé au retour du réseau",
  notSent: "Non envoyé",
  discard: "Supprimer",
  offline: "Pas de réseau. Vous pouvez écrire\u202F: vos messages partiront au retour de la connexion.",
  reconnecting: "Connexion interrompue. Nouvel essai en cours…",
  dismiss: "Masquer ce message",

  sources: "Sources",
  newTab: "(nouvel onglet)",
  translate: "Traduire",
  translated: "Traduction faite par une IA, non relue\u202F:",
  noTranslation: "La traduction n’est pas disponible.",
  choicesWere: "Réponses proposées\u202F:",
  helpful: "Cette réponse vous a-t-elle aidé\u202F?",
  yes: "Oui",
  no: "Non",
  thanks: "Merci pour votre avis.",
  comment: "Qu’est-ce qui manquait\u202F? (facultatif)",
  sendComment: "Envoyer mon avis",

  step: (n: number, of: number) => `Étape ${n} sur ${of}`,
  minutes: (n: number) => `environ ${n} min`,
  progress: "Avancement du guide",

  form: "Formulaire à remplir",
  optional: "(facultatif)",
  choose: "Choisissez…",
  submit: "Envoyer le formulaire",
  formAnswers: "Mes réponses au formulaire",
  formSent: "Formulaire transmis.",
  formOver: "Ce formulaire n’est plus à remplir.",
  required: (label: string) => `Remplissez «\u202F${label}\u202F».`,
  pick: (label: string) => `Choisissez une réponse pour «\u202F${label}\u202F».`,
  formErrors: (n: number) => (n > 1 ? `${n} réponses sont à compléter.` : "Une réponse est à compléter."),
  serialHint: "Il est sur l’étiquette, sous l’ordinateur, après «\u202FS/N\u202F».",
  noOptions: "Aucun choix n’est disponible pour le moment.",

  proposal: {
    ticket: "Ticket à créer",
    order: "Commande à passer",
    return: "Restitution à demander",
    appointment: "Votre rendez-vous",
    callback: "Rappel à demander",
    other: "Demande à confirmer",
  },
  expires: (time: string) => `Proposition valable jusqu’à ${time}. Rien n’est fait sans votre accord.`,
  noExpiry: "Rien n’est fait sans votre accord.",
  receipt: {
    ticket: "Ticket enregistré",
    order: "Commande enregistrée",
    return: "Restitution enregistrée",
    appointment: "Votre rendez-vous",
    other: "Demande enregistrée",
  },
  reference: "Référence",
  follow: "Suivre la demande",
  calendar: "Mettre à jour mon agenda",

  queue: (position: number) => (position === 1 ? "Vous êtes le prochain." : `Vous êtes en position ${position}.`),
  queued: "Votre demande attend un conseiller.",
  wait: (minutes: number) => `Attente d’environ ${minutes} min.`,
  stopWaiting: "Ne plus attendre",
  leavePerson: "Revenir à l’assistant",
  closed: "Cette conversation est terminée.",

  attach: "Joindre une image ou un PDF",
  uploading: (name: string) => `Envoi de ${name}`,
  uploaded: (name: string) => `${name} est joint à la conversation.`,
  fileType: (name: string) => `${name} n’est ni une image ni un PDF. Choisissez une photo, une capture d’écran ou un PDF.`,
  fileSize: (name: string) => `${name} dépasse 10 Mo. Réduisez l’image ou envoyez une autre photo.`,
  fileEmpty: (name: string) => `${name} est vide.`,
  pasted: "image-collee",

  menu: "Menu",
  newConversation: "Nouvelle conversation",
  resume: "Continuer sur un autre appareil",
  language: "English",
  erase: "Effacer la conversation",
  changePerson: "Changer de personne",

  resumeTitle: "Continuer sur un autre appareil",
  resumeHelp: "Scannez ce code avec votre téléphone, ou ouvrez le lien. Il est personnel\u202F: ne le transmettez pas.",
  resumeExpires: (time: string) => `Valable jusqu’à ${time}.`,
  qr: "Code QR du lien ci-dessous",
  done: "Fermer",

  eraseTitle: "Effacer cette conversation\u202F?",
  eraseHelp: "Les messages seront supprimés définitivement. Ce qui est déjà dans un ticket y reste.",
  eraseYes: "Effacer",
  eraseNo: "Garder",
  erased: "La conversation a été effacée.",
  gone: "Cette conversation n’existe plus.",

  demo: "Démonstration",
  pickPerson: "Qui êtes-vous\u202F?",
  pickPersonHelp: "Cette page de démonstration utilise des personnes fictives.",
  signIn: "Ouvrez l’aide depuis l’intranet de votre entreprise, ou scannez de nouveau le code QR.",
  resumeFailed: "Ce lien n’est plus valable. Demandez-en un nouveau depuis le premier appareil.",

  network: "Le service ne répond pas. Vérifiez votre connexion, puis réessayez.",
  failed: "Une erreur est survenue. Réessayez dans un instant.",
  opening: "Ouverture de la conversation…",
};

export type Texts = typeof fr;
export type LauncherTexts = typeof launcherFr;
