import { inLanguage } from './index.svelte.ts';

/** Words of what the server keeps for others: systems that read, and calendars that subscribe. */
const sv = {
  back: 'Inställningar',
  problems: {
    'no-contact': 'Det går bara när det finns kontakt med servern. Prova igen när du har nät.',
    'sign-in': 'Du behöver logga in igen först.',
    'not-yours': 'Kommunens administratör sköter nycklarna. Din inloggning kan inte ändra något.',
    unexpected: 'Något gick fel på servern. Prova igen om en stund.'
  },
  again: 'Prova igen',
  copy: 'Kopiera',
  copied: 'Kopierat.',
  cancel: 'Avbryt',
  systems: {
    title: 'System som läser',
    link: 'Nycklar för andra system',
    linkLead: 'Låt kommunens uppföljning (BI) läsa idéer, beslut, enheter och utmaningar.',
    lead: 'Ett system med en nyckel läser kommunens idéer, men inga namn och inga bilder, och kan inte ändra något. Gör en nyckel för varje system.',
    make: 'Ny nyckel',
    name: 'Vilket system?',
    nameHint: 'Till exempel: Power BI, ekonomi.',
    municipality: 'Kommun',
    expires: 'Sista dag',
    optional: 'valfritt',
    create: 'Skapa nyckel',
    wrong: {
      empty: 'Skriv vilket system nyckeln är till.',
      'too-long': 'Högst 100 tecken.',
      'personal-number': 'Det ser ut som ett personnummer. Skriv bara vilket system det är.',
      'too-many': 'Kommunen har 50 nycklar redan. Återkalla någon som inte används.',
      passed: 'Välj en dag som inte har varit.',
      'wrong-type': 'Välj en dag som finns.',
      other: 'Det går inte att spara så.'
    },
    made: 'Nyckeln är klar',
    once: 'Den visas bara nu. Lägg den i systemet och ingen annanstans.',
    secret: 'Nyckel',
    none: 'Inga system läser än.',
    list: 'Nycklar',
    madeOn: (day: string) => `Gjord ${day}`,
    usedOn: (day: string) => `Användes senast ${day}`,
    neverUsed: 'Har aldrig använts',
    expiresOn: (day: string) => `Till och med ${day}`,
    expiredOn: (day: string) => `Gick ut ${day}`,
    revokedOn: (day: string) => `Återkallad ${day}`,
    revoke: 'Återkalla',
    revokeOf: (name: string) => `Återkalla nyckeln ${name}`,
    revokeTitle: (name: string) => `Återkalla nyckeln ${name}?`,
    revokeLead: 'Systemet slutar kunna läsa på en gång. Det går inte att ångra, men det går att göra en ny.',
    revoked: (name: string) => `Nyckeln ${name} är återkallad.`
  },
  calendar: {
    title: 'Din kalender',
    link: 'Prenumerera i kalendern',
    linkLead: 'Få svarsdagar, möten och uppgifter i din vanliga kalender.',
    lead: 'Lägg länken i din kalender (Outlook, Google eller telefonens), så följer dagarna med av sig själva. I kalendern står att något ska göras och en länk hit, men inget om vad idén handlar om.',
    contents: [
      'Dagar då idéer i din inkorg ska ha svar senast.',
      'Möten i arbetsgrupper du är med i.',
      'Uppgifter du har, den dag de ska vara klara.',
      'Uppföljningar som du svarar på, den sista dagen.'
    ],
    none: 'Du har ingen länk.',
    has: (day: string) => `Du har en länk, gjord ${day}. Den kan inte visas igen, men du kan göra en ny.`,
    make: 'Gör en länk',
    replace: 'Gör en ny länk',
    replaceHint: 'En ny länk gör att den gamla slutar fungera.',
    made: 'Länken är klar',
    once: 'Den visas bara nu. Den som har länken ser dina dagar, så dela den inte.',
    address: 'Länk',
    revoke: 'Ta bort länken',
    revoked: 'Länken är borttagen. Kalendern får inga fler dagar.'
  }
};

const en: typeof sv = {
  back: 'Settings',
  problems: {
    'no-contact': 'This only works with contact with the server. Try again when you have a connection.',
    'sign-in': 'You need to sign in again first.',
    'not-yours': 'The municipality’s administrator sees to the keys. Your account cannot change anything.',
    unexpected: 'Something went wrong on the server. Try again in a while.'
  },
  again: 'Try again',
  copy: 'Copy',
  copied: 'Copied.',
  cancel: 'Cancel',
  systems: {
    title: 'Systems that read',
    link: 'Keys for other systems',
    linkLead: 'Let the municipality’s reporting (BI) read ideas, decisions, units and challenges.',
    lead: 'A system with a key reads the municipality’s ideas, but no names and no pictures, and cannot change anything. Make one key for each system.',
    make: 'New key',
    name: 'Which system?',
    nameHint: 'For example: Power BI, finance.',
    municipality: 'Municipality',
    expires: 'Last day',
    optional: 'optional',
    create: 'Create key',
    wrong: {
      empty: 'Write which system the key is for.',
      'too-long': 'No more than 100 characters.',
      'personal-number': 'That looks like a personal identity number. Just write which system it is.',
      'too-many': 'The municipality has 50 keys already. Revoke one that is not used.',
      passed: 'Choose a day that has not passed.',
      'wrong-type': 'Choose a day that exists.',
      other: 'That cannot be saved.'
    },
    made: 'The key is ready',
    once: 'It is shown only now. Put it in the system and nowhere else.',
    secret: 'Key',
    none: 'No systems read yet.',
    list: 'Keys',
    madeOn: (day) => `Made ${day}`,
    usedOn: (day) => `Last used ${day}`,
    neverUsed: 'Never used',
    expiresOn: (day) => `Until ${day}`,
    expiredOn: (day) => `Expired ${day}`,
    revokedOn: (day) => `Revoked ${day}`,
    revoke: 'Revoke',
    revokeOf: (name) => `Revoke the key ${name}`,
    revokeTitle: (name) => `Revoke the key ${name}?`,
    revokeLead: 'The system stops being able to read at once. It cannot be undone, but a new one can be made.',
    revoked: (name) => `The key ${name} is revoked.`
  },
  calendar: {
    title: 'Your calendar',
    link: 'Subscribe in your calendar',
    linkLead: 'Get answer days, meetings and tasks in your usual calendar.',
    lead: 'Put the link in your calendar (Outlook, Google or your phone’s), and the days follow by themselves. The calendar says that something is to be done, with a link here, but nothing of what the idea is about.',
    contents: [
      'Days by which ideas in your inbox are to be answered.',
      'Meetings of working groups you are in.',
      'Tasks you have, on the day they are due.',
      'Follow-ups you answer, on the last day.'
    ],
    none: 'You have no link.',
    has: (day) => `You have a link, made ${day}. It cannot be shown again, but you can make a new one.`,
    make: 'Make a link',
    replace: 'Make a new link',
    replaceHint: 'A new link makes the old one stop working.',
    made: 'The link is ready',
    once: 'It is shown only now. Whoever has the link sees your days, so do not share it.',
    address: 'Link',
    revoke: 'Remove the link',
    revoked: 'The link is removed. The calendar gets no more days.'
  }
};

export const systemWords = inLanguage(sv, en);
