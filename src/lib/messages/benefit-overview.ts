import { inLanguage } from './index.svelte.ts';

/** Words of the benefit of many ideas: the sums, what is to be followed up, and what waits on the first page. */
const sv = {
  list: {
    title: 'Nytta',
    lead: 'Vad de införda idéerna gav, och vad som ska följas upp.',
    notYours: 'Nyttan följs upp av idécoacher, chefer och ledning. Du ser nyttan av varje idé på idéns egen sida.',
    askTitle: 'Att följa upp',
    mine: 'Mina',
    all: 'Allas',
    whose: 'Vems uppföljningar?',
    nothing: 'Inget att följa upp just nu',
    nothingLead: 'När en idé har varit införd i tre månader frågar appen här vad den gav.',
    nothingMine: 'Inget väntar på dig just nu.',
    groups: { overdue: 'Sena', due: 'Att följa upp nu', coming: 'Kommer', done: 'Klara' },
    item: (months: number) => `${months} månader efter att den infördes`,
    answered: (day: string) => `Svar ${day}`,
    last: (day: string) => `Senast ${day}`,
    from: (day: string) => `Från ${day}`,
    responsible: (name: string) => `${name} påminns`,
    more: (count: number) => `Visa ${count} till`,
    sums: 'Summor',
    sumsLead: 'Planerat och nått av alla idéer i kommunen. Skillnaden räknas bara där båda är kända.',
    ideas: (count: number) => (count === 1 ? '1 idé' : `${count} idéer`),
    total: 'Alla',
    byYear: 'Efter året då idén infördes',
    byUnit: 'Efter enhet',
    year: 'Infördes',
    notIntroduced: 'Inte införda än',
    unit: 'Enhet',
    noUnit: 'Ingen enhet',
    measure: 'Mått',
    difference: 'Skillnad',
    count: 'Idéer',
    scale: 'Hur det blev',
    none: 'Ingen idé har planerad eller nådd nytta än.',
    measures: {
      hoursYearly: 'Arbetstid om året',
      hoursOnce: 'Arbetstid en gång',
      kronorYearly: 'Kronor om året',
      kronorOnce: 'Kronor en gång'
    }
  },
  home: {
    title: 'Att följa upp',
    due: (idea: string) => `Vad gav ”${idea}”?`,
    dueLead: (months: number, last: string) => `${months} månader sedan den infördes. Senast ${last}.`,
    overdueLead: (months: number, last: string) => `${months} månader sedan den infördes. Skulle vara svarat ${last}.`,
    tellLead: 'Den är införd. Berätta hur det blev.',
    more: (count: number) => `${count} uppföljningar till`,
    moreLead: 'Se alla som väntar på dig.',
    others: (count: number) => (count === 1 ? '1 uppföljning är sen' : `${count} uppföljningar är sena`),
    othersLead: 'Se vilka, och vem som påminns.'
  }
};

const en: typeof sv = {
  list: {
    title: 'Benefit',
    lead: 'What the introduced ideas gave, and what is to be followed up.',
    notYours:
      'Benefit is followed up by idea coaches, managers and leaders. You see the benefit of each idea on its own page.',
    askTitle: 'To follow up',
    mine: 'Mine',
    all: 'Everybody’s',
    whose: 'Whose follow-ups?',
    nothing: 'Nothing to follow up right now',
    nothingLead: 'When an idea has been introduced for three months the app asks here what it gave.',
    nothingMine: 'Nothing waits for you right now.',
    groups: { overdue: 'Late', due: 'To follow up now', coming: 'To come', done: 'Done' },
    item: (months) => `${months} months after it was introduced`,
    answered: (day) => `Answered ${day}`,
    last: (day) => `By ${day}`,
    from: (day) => `From ${day}`,
    responsible: (name) => `${name} is reminded`,
    more: (count) => `Show ${count} more`,
    sums: 'Sums',
    sumsLead: 'Planned and reached of all ideas in the municipality. The difference counts only where both are known.',
    ideas: (count) => (count === 1 ? '1 idea' : `${count} ideas`),
    total: 'All',
    byYear: 'By the year it was introduced',
    byUnit: 'By unit',
    year: 'Introduced',
    notIntroduced: 'Not introduced yet',
    unit: 'Unit',
    noUnit: 'No unit',
    measure: 'Measure',
    difference: 'Difference',
    count: 'Ideas',
    scale: 'How it became',
    none: 'No idea has a planned or reached benefit yet.',
    measures: {
      hoursYearly: 'Working time a year',
      hoursOnce: 'Working time once',
      kronorYearly: 'Kronor a year',
      kronorOnce: 'Kronor once'
    }
  },
  home: {
    title: 'To follow up',
    due: (idea) => `What did “${idea}” give?`,
    dueLead: (months, last) => `${months} months since it was introduced. By ${last}.`,
    overdueLead: (months, last) => `${months} months since it was introduced. Was to be answered by ${last}.`,
    tellLead: 'It has been introduced. Tell how it became.',
    more: (count) => `${count} more follow-ups`,
    moreLead: 'See all that wait for you.',
    others: (count) => (count === 1 ? '1 follow-up is late' : `${count} follow-ups are late`),
    othersLead: 'See which, and who is reminded.'
  }
};

export const benefitOverviewWords = inLanguage(sv, en);
