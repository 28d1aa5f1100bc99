/** Words of the frame around every page: navigation, session, the small sync status, home, errors. */
export const sv = {
  name: 'Idéslussen',
  tagline: 'Idéer från vardagen, hela vägen till förbättring',
  loading: 'Hämtar …',
  close: 'Stäng',
  cancel: 'Avbryt',
  back: 'Tillbaka',
  skipToContent: 'Hoppa till innehållet',
  navigation: 'Huvudmeny',
  nav: {
    home: 'Hem',
    ideas: 'Idéer',
    capture: 'Ny idé',
    inbox: 'Inkorg',
    happenings: 'Händelser',
    method: 'Metod',
    leadership: 'Ledning',
    collaboration: 'Samverkan',
    sync: 'Synk',
    settings: 'Inställningar',
    more: 'Mer'
  },
  /** The bell on a small screen. */
  news: (unread: number) =>
    unread === 0 ? 'Händelser' : unread === 1 ? 'Händelser, 1 ny' : `Händelser, ${unread} nya`,
  /** What each place behind Mer is for. */
  more: {
    lead: 'Allt som inte fick plats i menyn.',
    happenings: 'Svar, beslut och kommentarer som rör dig, och vad som är nytt sedan sist.',
    method: 'Sex steg och arbetsblad för att utveckla en idé tillsammans.',
    leadership: 'Hur det går med idéerna: svar i tid, vad som införs och vad det ger.',
    benefit: 'Nytta',
    benefitLead: 'Vad införda idéer gav, och vad som är dags att följa upp.',
    stories: 'Berättelser',
    storiesLead: 'Så gick det: berättelser att läsa, sprida och sätta upp på väggen.',
    search: 'Sök i allt',
    searchLead: 'Idéer, kommentarer, beslut, utmaningar, grupper och berättelser.',
    collaboration: 'Arbetsgrupper och utmaningar, här och i de andra kommunerna.',
    sync: 'Vad som väntar, vad servern har tagit emot och vad den sagt nej till.',
    settings: 'Ditt namn, språk, utseende och utloggning.'
  },
  /** How far something has come. */
  status: {
    saved: 'Sparad på enheten',
    sent: 'Skickad',
    confirmed: 'Bekräftad',
    'needs-you': 'Behöver dig'
  },
  statusMeans: {
    saved: 'Det du skrivit ligger säkert på den här enheten och skickas så snart det finns kontakt.',
    sent: 'Det är på väg. Vi väntar på att kommunens server ska kvittera.',
    confirmed: 'Kommunens server har tagit emot och kvitterat. Andra kan se det.',
    'needs-you': 'Servern tog inte emot det som det står. Dina ord finns kvar, och du behöver ändra något.'
  },
  /** The small sync status on every page. */
  sync: {
    label: 'Synkstatus',
    allSaved: 'Allt är sparat hos kommunen',
    waiting: (count: number) => `${count} väntar`,
    syncing: 'Synkar …',
    noContact: 'Ingen kontakt',
    noContactWaiting: (count: number) => `Ingen kontakt – ${count} väntar`,
    signInAgain: 'Logga in igen',
    needsYou: 'Behöver dig',
    starting: 'Läser in …'
  },
  signIn: {
    title: 'Logga in',
    lead: 'Logga in en gång. Sedan fungerar appen på den här enheten även utan kontakt.',
    username: 'Användarnamn',
    usernameHint: 'Till exempel medarbetare.uddevalla',
    password: 'Lösenord',
    submit: 'Logga in',
    againTitle: 'Logga in igen',
    againLead: (name: string) =>
      `Inloggningen för ${name} har gått ut. Det du skriver sparas ändå på enheten och skickas när du har loggat in.`,
    later: 'Inte nu',
    errors: {
      'wrong-credentials': 'Användarnamnet och lösenordet hör inte ihop. Försök igen.',
      'too-many-attempts': (minutes: number) =>
        minutes <= 1
          ? 'För många försök. Vänta en minut och försök igen.'
          : `För många försök. Vänta ${minutes} minuter och försök igen.`,
      'no-contact':
        'Det går inte att nå servern just nu. Den första inloggningen kräver kontakt. Försök igen om en stund.',
      'another-person': (name: string) =>
        `På den här enheten är ${name} inloggad. Här kan bara samma person logga in igen. Ska någon annan använda enheten behöver ${name} först logga ut under Inställningar.`,
      'empty-username': 'Skriv ditt användarnamn.',
      'empty-password': 'Skriv ditt lösenord.',
      unexpected: 'Något gick fel på servern. Försök igen om en stund.'
    }
  },
  signOut: {
    button: 'Logga ut',
    title: 'Logga ut',
    lead: 'Allt som hör till dig tas bort från den här enheten. Det som är bekräftat finns kvar hos kommunen.',
    syncing: 'Skickar det sista innan du loggas ut …',
    unsentTitle: (count: number) => (count === 1 ? 'En sak är inte skickad' : `${count} saker är inte skickade`),
    unsentLead:
      'Om du loggar ut nu försvinner de från enheten. Exportera dem till en fil först, så kan du importera filen senare på valfri enhet.',
    draftsTitle: (count: number) => (count === 1 ? 'Du har ett utkast' : `Du har ${count} utkast`),
    draftsLead: 'Utkast finns bara på den här enheten och tas bort när du loggar ut.',
    exportUnsent: 'Exportera osänt',
    tryAgain: 'Försök skicka igen',
    leaveAnyway: 'Logga ut och ta bort det osända',
    confirm: 'Logga ut',
    exported: 'Filen är sparad i enhetens hämtade filer.',
    failed: 'Utloggningen blev inte klar. Dina uppgifter finns kvar på enheten. Försök igen.'
  },
  home: {
    title: 'Hem',
    greeting: (name: string) => `Hej ${name}!`,
    prompt: 'Vad skulle kunna bli bättre?',
    promptLead: 'Skriv ner det medan du minns. Det tar en halv minut och fungerar utan kontakt.',
    mine: 'Mina idéer',
    mineAll: 'Visa alla idéer',
    mineEmpty: 'Du har inte lämnat någon idé än',
    mineEmptyLead: 'Det räcker att beskriva ett behov. Lösningen kan komma senare, och från någon annan.',
    waits: 'Väntar på dig',
    drafts: 'Fortsätt skriva',
    draftUntitled: 'Utkast utan rubrik',
    draftSaved: (when: string) => `Sparat ${when}`,
    rejectedLead: 'Servern tog inte emot den. Dina ord finns kvar.',
    variantLead: 'Två har skrivit olika. Välj vad som ska gälla.',
    signInTitle: 'Logga in igen',
    signInLead: 'Då skickas det som väntar.',
    unanswered: 'Att svara på',
    unansweredCount: (count: number) => (count === 1 ? '1 idé väntar på svar' : `${count} idéer väntar på svar`),
    unansweredLate: (count: number) => (count === 1 ? ', varav 1 är försenad' : `, varav ${count} är försenade`),
    followed: 'Idéer du följer',
    latest: 'Senast i kommunen'
  },
  eviction: {
    title: 'Enhetens minne har tömts',
    lead: 'Webbläsaren har tagit bort det som låg sparat här. Det som var bekräftat hämtas nu på nytt.'
  },
  offline: {
    title: 'Ingen kontakt',
    lead: 'Sidan kunde inte visas utan kontakt. Det du har sparat finns kvar på enheten.'
  },
  error: {
    title: 'Något gick fel',
    lead: 'Det du har sparat finns kvar på enheten. Prova att ladda om sidan.',
    notFoundTitle: 'Sidan finns inte',
    notFoundLead: 'Adressen kan vara felskriven eller gammal.',
    reload: 'Ladda om',
    home: 'Till Hem',
    store:
      'Enhetens minne svarar inte. Ladda om sidan. Hjälper inte det: kontrollera att det finns ledigt utrymme på enheten.'
  }
};

export const en: typeof sv = {
  name: 'Idéslussen',
  tagline: 'Ideas from everyday work, all the way to improvement',
  loading: 'Fetching …',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  skipToContent: 'Skip to content',
  navigation: 'Main menu',
  nav: {
    home: 'Home',
    ideas: 'Ideas',
    capture: 'New idea',
    inbox: 'Inbox',
    happenings: 'What happened',
    method: 'Methods',
    leadership: 'Leadership',
    collaboration: 'Collaboration',
    sync: 'Sync',
    settings: 'Settings',
    more: 'More'
  },
  news: (unread: number) => (unread === 0 ? 'What happened' : `What happened, ${unread} new`),
  more: {
    lead: 'Everything that had no room in the menu.',
    happenings: 'Answers, decisions and comments that concern you, and what is new since last time.',
    method: 'Six steps and worksheets for developing an idea together.',
    leadership: 'How the ideas fare: answers in time, what is introduced and what it gives.',
    benefit: 'Benefit',
    benefitLead: 'What introduced ideas gave, and what it is time to follow up.',
    stories: 'Stories',
    storiesLead: 'How it went: stories to read, spread and put up on the wall.',
    search: 'Search everything',
    searchLead: 'Ideas, comments, decisions, challenges, groups and stories.',
    collaboration: 'Working groups and challenges, here and in the other municipalities.',
    sync: 'What waits, what the server has received, and what it said no to.',
    settings: 'Your name, language, appearance and signing out.'
  },
  status: { saved: 'Saved on this device', sent: 'Sent', confirmed: 'Confirmed', 'needs-you': 'Needs you' },
  statusMeans: {
    saved: 'What you wrote is safe on this device and will be sent as soon as there is contact.',
    sent: 'It is on its way. We are waiting for the municipality’s server to confirm.',
    confirmed: 'The municipality’s server has received and confirmed it. Others can see it.',
    'needs-you': 'The server did not accept it as it stands. Your words are kept, and you need to change something.'
  },
  sync: {
    label: 'Sync status',
    allSaved: 'Everything is saved with the municipality',
    waiting: (count: number) => `${count} waiting`,
    syncing: 'Syncing …',
    noContact: 'No contact',
    noContactWaiting: (count: number) => `No contact – ${count} waiting`,
    signInAgain: 'Sign in again',
    needsYou: 'Needs you',
    starting: 'Loading …'
  },
  signIn: {
    title: 'Sign in',
    lead: 'Sign in once. After that the app works on this device without contact too.',
    username: 'Username',
    usernameHint: 'For example medarbetare.uddevalla',
    password: 'Password',
    submit: 'Sign in',
    againTitle: 'Sign in again',
    againLead: (name: string) =>
      `The session for ${name} has ended. What you write is still saved on the device, and is sent when you have signed in.`,
    later: 'Not now',
    errors: {
      'wrong-credentials': 'The username and the password do not match. Try again.',
      'too-many-attempts': (minutes: number) =>
        minutes <= 1
          ? 'Too many attempts. Wait a minute and try again.'
          : `Too many attempts. Wait ${minutes} minutes and try again.`,
      'no-contact': 'The server cannot be reached right now. The first sign-in needs contact. Try again in a while.',
      'another-person': (name: string) =>
        `${name} is signed in on this device. Only the same person can sign in again here. If somebody else is to use the device, ${name} must first sign out under Settings.`,
      'empty-username': 'Write your username.',
      'empty-password': 'Write your password.',
      unexpected: 'Something went wrong on the server. Try again in a while.'
    }
  },
  signOut: {
    button: 'Sign out',
    title: 'Sign out',
    lead: 'Everything that is yours is removed from this device. What is confirmed stays with the municipality.',
    syncing: 'Sending the last of it before you are signed out …',
    unsentTitle: (count: number) =>
      count === 1 ? 'One thing has not been sent' : `${count} things have not been sent`,
    unsentLead:
      'If you sign out now they disappear from the device. Export them to a file first, and you can import the file later on any device.',
    draftsTitle: (count: number) => (count === 1 ? 'You have a draft' : `You have ${count} drafts`),
    draftsLead: 'Drafts exist only on this device and are removed when you sign out.',
    exportUnsent: 'Export unsent',
    tryAgain: 'Try sending again',
    leaveAnyway: 'Sign out and remove what is unsent',
    confirm: 'Sign out',
    exported: 'The file is among the device’s downloads.',
    failed: 'Signing out did not finish. Your things are still on the device. Try again.'
  },
  home: {
    title: 'Home',
    greeting: (name: string) => `Hello ${name}!`,
    prompt: 'What could be better?',
    promptLead: 'Write it down while you remember. It takes half a minute and works without contact.',
    mine: 'My ideas',
    mineAll: 'Show all ideas',
    mineEmpty: 'You have not left an idea yet',
    mineEmptyLead: 'Describing a need is enough. The solution can come later, and from somebody else.',
    waits: 'Waiting for you',
    drafts: 'Go on writing',
    draftUntitled: 'Draft without a title',
    draftSaved: (when: string) => `Saved ${when}`,
    rejectedLead: 'The server did not accept it. Your words are kept.',
    variantLead: 'Two people have written differently. Choose what shall stand.',
    signInTitle: 'Sign in again',
    signInLead: 'Then what is waiting will be sent.',
    unanswered: 'To answer',
    unansweredCount: (count: number) =>
      count === 1 ? '1 idea is waiting for an answer' : `${count} ideas are waiting for an answer`,
    unansweredLate: (count: number) => `, of which ${count} overdue`,
    followed: 'Ideas you follow',
    latest: 'Latest in the municipality'
  },
  eviction: {
    title: 'The device’s memory has been cleared',
    lead: 'The browser has removed what was stored here. What was confirmed is now being fetched again.'
  },
  offline: {
    title: 'No contact',
    lead: 'The page could not be shown without contact. What you have saved is still on the device.'
  },
  error: {
    title: 'Something went wrong',
    lead: 'What you have saved is still on the device. Try reloading the page.',
    notFoundTitle: 'The page does not exist',
    notFoundLead: 'The address may be mistyped or old.',
    reload: 'Reload',
    home: 'To Home',
    store:
      'The device’s memory does not answer. Reload the page. If that does not help: check that the device has free space.'
  }
};
