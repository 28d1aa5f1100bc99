import { inLanguage } from './index.svelte.ts';

/** Words of the page where somebody chooses what they want to hear of. */
const sv = {
  title: 'Aviseringar',
  lead: 'Välj vad du vill höra om. Ingenting skickas till din telefon eller e-post förrän du själv säger ja.',
  back: 'Inställningar',
  choose: 'Välj vad du vill höra om',
  inApp: {
    title: 'I appen',
    lead: 'Det du väljer visas under Händelser, på den här enheten.',
    chosen: (count: number, all: number) => `${String(count)} av ${String(all)} slag`,
    saved: 'Sparat på enheten.'
  },
  device: {
    title: 'Den här enheten',
    on: 'Enheten säger till när något händer. På låsskärmen står bara att något hänt, aldrig vad.',
    off: 'Enheten säger inte till. Du ser det som hänt när du öppnar appen.',
    denied:
      'Webbläsaren har fått veta att den aldrig ska fråga. Ändra det i webbläsarens inställningar för den här sidan.',
    unsupported: 'Den här webbläsaren kan inte säga till. På en iPhone går det när appen är installerad på hemskärmen.',
    unknown: 'Det går inte att se just nu, eftersom servern inte nås.',
    turnOn: 'Låt enheten säga till',
    turnOff: 'Sluta säga till',
    turnedOn: 'Nu säger enheten till.',
    turnedOff: 'Nu säger enheten inte till längre.',
    others: (count: number) =>
      count === 1 ? 'En annan enhet säger också till.' : `${String(count)} andra enheter säger också till.`,
    failed: {
      denied: 'Du eller webbläsaren sa nej. Inget är ändrat.',
      unsupported: 'Den här webbläsaren kan inte säga till.',
      offline: 'Servern nås inte. Prova när du har kontakt.',
      'sign-in': 'Logga in igen först. Inget är ändrat.',
      refused: 'Det gick inte just nu. Prova igen om en stund.'
    }
  },
  phone: {
    title: 'Detta säger telefonen till om',
    lead: 'Gäller de enheter där du låtit appen säga till.'
  },
  quiet: {
    title: 'Tyst tid',
    lead: 'Under den här tiden säger ingen enhet till. Det som händer väntar till efteråt.',
    on: 'Håll tyst en del av dygnet',
    from: 'Från',
    to: 'Till',
    wrong: 'Skriv två klockslag som inte är lika, till exempel 19:00 och 07:00.'
  },
  mail: {
    title: 'Sammanfattning med e-post',
    lead: 'Ett mejl med hur mycket som hänt, och länkar hit. Inget av det som står i idéerna följer med.',
    none: 'Inget mejl',
    daily: 'Varje dag',
    weekly: 'Varje vecka',
    howOften: 'Hur ofta',
    address: 'E-postadress',
    addressHint: 'Adressen finns bara på servern och visas inte för någon.',
    addressWrong: 'Skriv en e-postadress, till exempel namn@kommunen.se.',
    addressMissing: 'Skriv vart mejlet ska gå, eller välj Inget mejl.',
    addressLong: 'Adressen är för lång.',
    notSent: 'Mejlet för att bekräfta adressen gick inte att skicka. Stämmer adressen?',
    unconfirmed: (address: string) =>
      `Vi har skickat ett mejl till ${address}. Bekräfta adressen med länken i det. Innan dess kommer inga sammanfattningar.`,
    confirmed: (address: string) => `Sammanfattningarna går till ${address}.`,
    missing: 'Den här servern kan inte skicka e-post.',
    unknown: 'Det går inte att se om servern kan skicka e-post, eftersom den inte nås.'
  },
  save: 'Spara',
  saved: 'Sparat.',
  pending: 'Sparat på enheten, men inte på servern än. Det skickas när du öppnar sidan med kontakt.',
  pendingNow: 'Det du har valt finns bara på enheten än.',
  sentLater: 'Nu har servern det du valde.',
  old: 'Servern nås inte. Du ser det du valde senast på den här enheten.',
  notSaved: 'Inget är sparat. Rätta det som är markerat.',
  tooMany: 'Du har provat många gånger. Vänta en stund och spara igen.',
  failed: 'Servern tog inte emot det. Det du har valt finns kvar på enheten.',
  kinds: 'Välj slag',
  clearAll: 'Inga slag',
  all: 'Alla slag'
};

export type NoticeWords = typeof sv;

const en: NoticeWords = {
  title: 'Notices',
  lead: 'Choose what you want to hear of. Nothing is sent to your phone or by e-mail until you say yes yourself.',
  back: 'Settings',
  choose: 'Choose what you want to hear of',
  inApp: {
    title: 'In the app',
    lead: 'What you choose is shown under What’s new, on this device.',
    chosen: (count, all) => `${String(count)} of ${String(all)} kinds`,
    saved: 'Saved on this device.'
  },
  device: {
    title: 'This device',
    on: 'This device tells you when something happens. The lock screen says that something has, never what.',
    off: 'This device does not tell you. You see what has happened when you open the app.',
    denied: 'The browser has been told never to ask. Change that in the browser’s settings for this site.',
    unsupported: 'This browser cannot tell you. On an iPhone it can when the app is installed on the home screen.',
    unknown: 'It cannot be seen right now, since the server cannot be reached.',
    turnOn: 'Let this device tell me',
    turnOff: 'Stop telling me',
    turnedOn: 'Now this device tells you.',
    turnedOff: 'This device no longer tells you.',
    others: (count) =>
      count === 1 ? 'One other device tells you too.' : `${String(count)} other devices tell you too.`,
    failed: {
      denied: 'You or the browser said no. Nothing is changed.',
      unsupported: 'This browser cannot tell you.',
      offline: 'The server cannot be reached. Try when you have contact.',
      'sign-in': 'Sign in again first. Nothing is changed.',
      refused: 'It did not work right now. Try again in a while.'
    }
  },
  phone: {
    title: 'What the phone tells you of',
    lead: 'On the devices that you have let tell you.'
  },
  quiet: {
    title: 'Quiet hours',
    lead: 'During these hours no device tells you anything. What happens waits until afterwards.',
    on: 'Keep quiet for a part of the day',
    from: 'From',
    to: 'To',
    wrong: 'Write two times of day that differ, such as 19:00 and 07:00.'
  },
  mail: {
    title: 'Summary by e-mail',
    lead: 'An e-mail that says how much has happened, with links. Nothing that stands in the ideas comes along.',
    none: 'No e-mail',
    daily: 'Every day',
    weekly: 'Every week',
    howOften: 'How often',
    address: 'E-mail address',
    addressHint: 'The address is kept on the server only, and shown to nobody.',
    addressWrong: 'Write an e-mail address, such as name@example.org.',
    addressMissing: 'Write where the e-mail is to go, or choose No e-mail.',
    addressLong: 'The address is too long.',
    notSent: 'The e-mail that confirms the address could not be sent. Is the address right?',
    unconfirmed: (address) =>
      `We have sent an e-mail to ${address}. Confirm the address with the link in it. Until then no summaries come.`,
    confirmed: (address) => `The summaries go to ${address}.`,
    missing: 'This server cannot send e-mail.',
    unknown: 'Whether the server can send e-mail cannot be seen, since it cannot be reached.'
  },
  save: 'Save',
  saved: 'Saved.',
  pending: 'Saved on this device, but not on the server yet. It is sent when you open this page with contact.',
  pendingNow: 'What you have chosen is on this device only so far.',
  sentLater: 'Now the server has what you chose.',
  old: 'The server cannot be reached. You see what you last chose on this device.',
  notSaved: 'Nothing is saved. Correct what is marked.',
  tooMany: 'You have tried many times. Wait a while and save again.',
  failed: 'The server did not take it. What you have chosen is still on this device.',
  kinds: 'Choose kinds',
  clearAll: 'No kinds',
  all: 'All kinds'
};

export const noticeWords = inLanguage(sv, en);
