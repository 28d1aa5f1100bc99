import { inLanguage } from './index.svelte.ts';

/** Words of the promise that every idea is answered by a day: for its author, and for whoever reads it. */
const sv = {
  title: 'Svar',
  inCalendar: 'Lägg dagen i kalendern',
  calendarTitle: (idea: string) => `Svar senast: ${idea}`,
  promised: (day: string) => `Du får svar senast ${day}.`,
  promisedLead: 'Det är kommunens löfte till dig. Du ser svaret här i appen.',
  line: {
    own: {
      due: (day: string) => `Du får svar senast ${day}`,
      today: 'Du får svar i dag',
      paused: 'Klockan står still: vi väntar på ditt svar'
    },
    other: {
      due: (day: string) => `Svar senast ${day}`,
      today: 'Svar senast i dag',
      paused: 'Klockan står still: författaren är tillfrågad'
    },
    overdue: (day: string) => `Svaret är försenat sedan ${day}`,
    answered: (day: string) => `Svar har getts ${day}`
  },
  overdueLead: 'Det skulle ha kommit. Idén ligger överst hos idécoachen, och ledningen ser att den väntar.',
  askedBy: (name: string, when: string) => `${name} frågade ${when}`,
  answeredBy: (name: string) => `Svar från ${name}`,
  howToAnswer: 'Svara i en kommentar, eller ändra texten. Då går klockan igen.',
  answerNow: 'Svara',
  clockAsked: (day: string) => `Frågad ${day}. Tiden för svar räknas inte medan vi väntar.`,
  waitsForYou: (title: string) => `Vi behöver veta mer om ”${title}”`
};

const en: typeof sv = {
  title: 'Answer',
  inCalendar: 'Put the day in the calendar',
  calendarTitle: (idea) => `Answer by: ${idea}`,
  promised: (day: string) => `You will have an answer by ${day}.`,
  promisedLead: 'That is the municipality’s promise to you. You will see the answer here in the app.',
  line: {
    own: {
      due: (day: string) => `You will have an answer by ${day}`,
      today: 'You will have an answer today',
      paused: 'The clock stands still: we are waiting for your answer'
    },
    other: {
      due: (day: string) => `Answer by ${day}`,
      today: 'Answer by today',
      paused: 'The clock stands still: the author has been asked'
    },
    overdue: (day: string) => `The answer has been overdue since ${day}`,
    answered: (day: string) => `Answered ${day}`
  },
  overdueLead:
    'It should have come by now. The idea is on top with the idea coach, and the leaders see that it is waiting.',
  askedBy: (name: string, when: string) => `${name} asked ${when}`,
  answeredBy: (name: string) => `Answer from ${name}`,
  howToAnswer: 'Answer in a comment, or change the text. Then the clock runs again.',
  answerNow: 'Answer',
  clockAsked: (day: string) => `Asked ${day}. The time until the answer does not run while we wait.`,
  waitsForYou: (title: string) => `We need to know more about “${title}”`
};

export const answeringWords = inLanguage(sv, en);
