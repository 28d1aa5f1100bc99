import type { Choices } from '#lib/domain/events/choices.ts';
import type { HappeningType } from '#lib/domain/events/happening.ts';

type Language = Choices['language'];

/** What mail and the pages behind its links say. No words of anybody's, and no names: mail is read on lock screens. */
interface MailWords {
  readonly types: Readonly<Record<HappeningType, string>>;
  summarySubject(count: number): string;
  summaryLead(count: number): string;
  readonly more: string;
  readonly open: string;
  readonly why: string;
  readonly stop: string;
  readonly confirmSubject: string;
  readonly confirmLead: string;
  readonly confirm: string;
  readonly confirmUnasked: string;
  readonly confirmed: string;
  readonly stopLead: string;
  readonly stopped: string;
  readonly linkIsOld: string;
  readonly toApp: string;
}

const sv: MailWords = {
  types: {
    answered: 'Svar',
    asked: 'Frågor till dig om mer',
    decided: 'Beslut',
    mentioned: 'Omnämnanden av dig',
    commented: 'Kommentarer',
    merged: 'Idéer som slagits ihop',
    passedOn: 'Idéer som skickats vidare',
    dueSoon: 'Dagar som snart är här',
    overdue: 'Dagar som har passerat',
    followUpDue: 'Uppföljningar att göra',
    taskGiven: 'Uppgifter till dig',
    meetingCalled: 'Kallelser till möte',
    challengeOpened: 'Nya utmaningar',
    challengeResult: 'Resultat av utmaningar',
    storyTold: 'Berättelser om nytta'
  },
  summarySubject: (count) => (count === 1 ? 'Idéslussen: en händelse' : `Idéslussen: ${count} händelser`),
  summaryLead: (count) =>
    count === 1
      ? 'En sak har hänt med det du följer i Idéslussen.'
      : `${count} saker har hänt med det du följer i Idéslussen.`,
  more: 'Logga in för att läsa mer. I mejlet står inget om vad idéerna handlar om.',
  open: 'Öppna Händelser',
  why: 'Du får det här för att du har valt en sammanfattning på e-post.',
  stop: 'Sluta få sammanfattningar',
  confirmSubject: 'Idéslussen: bekräfta din e-postadress',
  confirmLead:
    'Någon, troligen du, vill få sammanfattningar från Idéslussen till den här adressen. Bekräfta inom två dygn.',
  confirm: 'Bekräfta adressen',
  confirmUnasked: 'Är det inte du? Då behöver du inte göra något. Inget mer skickas.',
  confirmed: 'Adressen är bekräftad. Sammanfattningar skickas hit.',
  stopLead: 'Vill du sluta få sammanfattningar på e-post från Idéslussen?',
  stopped: 'Klart. Inga fler sammanfattningar skickas. Du kan ändra dig i appens inställningar.',
  linkIsOld: 'Länken gäller inte längre. Du kan be om en ny i appens inställningar.',
  toApp: 'Till Idéslussen'
};

const en: MailWords = {
  types: {
    answered: 'Answers',
    asked: 'Questions to you',
    decided: 'Decisions',
    mentioned: 'Mentions of you',
    commented: 'Comments',
    merged: 'Ideas merged',
    passedOn: 'Ideas passed on',
    dueSoon: 'Days that are near',
    overdue: 'Days that have passed',
    followUpDue: 'Follow-ups to make',
    taskGiven: 'Tasks for you',
    meetingCalled: 'Meetings called',
    challengeOpened: 'New challenges',
    challengeResult: 'Results of challenges',
    storyTold: 'Stories of benefit'
  },
  summarySubject: (count) => (count === 1 ? 'Idéslussen: one event' : `Idéslussen: ${count} events`),
  summaryLead: (count) =>
    count === 1
      ? 'One thing has happened with what you follow in Idéslussen.'
      : `${count} things have happened with what you follow in Idéslussen.`,
  more: 'Sign in to read more. This mail says nothing of what the ideas are about.',
  open: 'Open Events',
  why: 'You get this because you chose a summary by e-mail.',
  stop: 'Stop the summaries',
  confirmSubject: 'Idéslussen: confirm your e-mail address',
  confirmLead: 'Somebody, probably you, wants summaries from Idéslussen at this address. Confirm it within two days.',
  confirm: 'Confirm the address',
  confirmUnasked: 'Not you? Then there is nothing you need to do. Nothing more will be sent.',
  confirmed: 'The address is confirmed. Summaries will be sent here.',
  stopLead: 'Do you want to stop getting summaries by e-mail from Idéslussen?',
  stopped: 'Done. No more summaries will be sent. You can change your mind in the app’s settings.',
  linkIsOld: 'The link is no longer valid. You can ask for a new one in the app’s settings.',
  toApp: 'To Idéslussen'
};

export const mailWords = (language: Language): MailWords => (language === 'en' ? en : sv);
