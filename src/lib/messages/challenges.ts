import { inLanguage } from './index.svelte.ts';

/** Words of the challenges: their list, their pages, their form, and what is said of them elsewhere. */
const sv = {
  title: 'Utmaningar',
  lead: 'Här ber ledning, chefer och coacher om idéer om något särskilt.',
  ask: 'Ny utmaning',
  open: 'Öppna nu',
  coming: 'Öppnar senare',
  ended: 'Avslutade',
  empty: 'Ingen utmaning är öppen just nu',
  emptyLead: 'När någon ber om idéer om något särskilt syns det här. En egen idé kan du alltid lämna.',
  missing: 'Utmaningen finns inte på den här enheten',
  missingLead: 'Den kan ha tagits bort, eller så har den inte hämtats än.',
  toList: 'Till utmaningarna',
  ideas: (count: number) => (count === 0 ? 'Inga idéer än' : count === 1 ? '1 idé' : `${count} idéer`),
  left: (days: number) =>
    days === 0
      ? 'Sista dagen i dag'
      : days === 1
        ? 'Öppen till i morgon'
        : days < 14
          ? `${days} dagar kvar`
          : `${Math.round(days / 7)} veckor kvar`,
  opensIn: (days: number) =>
    days === 1 ? 'Öppnar i morgon' : days < 14 ? `Öppnar om ${days} dagar` : `Öppnar om ${Math.round(days / 7)} veckor`,
  hasEnded: 'Avslutad',
  told: 'Avslutad, resultatet är berättat',
  untold: 'Avslutad, resultatet väntar',
  fromTo: (from: string, to: string) => `${from} till ${to}`,
  by: (name: string) => `Ställd av ${name}`,
  byYou: 'Ställd av dig',
  unknownName: 'Namn saknas',
  region: 'Hela Fyrbodal',
  answer: 'Svara med en idé',
  result: 'Så gick det',
  resultBy: (name: string, when: string) => `${name}, ${when}`,
  criteria: 'Så bedöms idéerna',
  questions: 'Utmaningen frågar också',
  questionsLead: 'Frågorna kommer med när du svarar. Du behöver inte svara på alla.',
  answers: 'Idéer som svarar',
  answersEmpty: 'Ingen har svarat än. Det räcker med ett behov i vardagen.',
  status: 'Utmaningen på den här enheten',
  needsYou: 'Servern tog inte emot allt',
  edit: 'Ändra',
  end: 'Avsluta och berätta resultatet',
  tellAgain: 'Ändra resultatet',
  parked: {
    title: 'Vilande idéer som passar',
    lead: 'Rätt idé vid fel tid? De här vilar och liknar utmaningen. Sökningen görs på din enhet.',
    none: 'Ingen vilande idé liknar utmaningen just nu.',
    looking: 'Letar bland de vilande idéerna …',
    failed: 'Det gick inte att leta just nu. Ladda om sidan och försök igen.',
    take: 'Ta med',
    takeOf: (title: string) => `Ta med ${title}`,
    since: (day: string) => `Vilar sedan ${day}`,
    dialog: 'Ta med idén i utmaningen',
    dialogLead: (title: string) => `”${title}” blir mottagen igen. Författaren ser skälet i idéns historik.`,
    reason: 'Skäl, så att författaren förstår',
    reasonStart: (challenge: string) => `Idén passar utmaningen ”${challenge}”. Därför tar vi upp den igen.`,
    yes: 'Ta med idén',
    taken: (title: string) => `”${title}” är med i utmaningen. Sparat på enheten.`
  },
  tell: {
    title: 'Avsluta och berätta resultatet',
    lead: 'Utmaningen stängs för nya svar. Det du skriver når alla som har lämnat, stött eller kommenterat en idé i den.',
    leadAgain: 'Det du skriver ersätter det som står. Alla som var med får se det igen.',
    label: 'Så gick det',
    hint: 'Vad blev det av idéerna? Skriv så att den som inte fick rätt också förstår.',
    yes: 'Avsluta och berätta',
    yesAgain: 'Spara',
    done: 'Resultatet är sparat på enheten. Det når alla som var med.'
  },
  cancel: 'Avbryt',
  versions: {
    title: 'Två versioner',
    lead: (field: string) => `${field} har ändrats på två enheter samtidigt. Inget är borta. Välj vad som ska gälla.`,
    stands: 'Gäller nu',
    other: 'Den andra versionen',
    keep: 'Behåll det som gäller',
    use: 'Använd den andra'
  },
  form: {
    newTitle: 'Ny utmaning',
    editTitle: 'Ändra utmaningen',
    notYours: 'Utmaningar ställs av coacher, chefer och ledning. Har du en fråga att ställa: prata med din idécoach.',
    space: 'Vem frågas?',
    title: 'Rubrik',
    titleHint: 'Som en fråga: Hur kan vi …?',
    text: 'Vad gäller det?',
    textHint: 'Varför nu, och vad ska idéerna hjälpa till med? Inga namn på omsorgstagare.',
    opens: 'Öppnar',
    closes: 'Sista dag',
    picture: 'Bild',
    pictureNow: 'Bilden som visas nu',
    pictureRemove: 'Ta bort bilden',
    criteria: 'Så bedöms idéerna',
    criteriaHint: 'Till exempel: går att prova på en vecka, kostar inget nytt.',
    save: 'Spara utmaningen',
    kept: 'Utkastet är sparat på enheten',
    saved: 'Utmaningen är sparad på enheten.',
    failed: 'Utkastet kan inte sparas på enheten just nu. Stäng inte sidan.',
    dayMissing: 'Välj en dag.',
    endsFirst: 'Sista dagen kommer före den första. Välj en senare dag.',
    fields: {
      title: 'Rubriken',
      text: 'Texten',
      criteria: 'Bedömningen',
      result: 'Resultatet',
      opens: 'Första dagen',
      closes: 'Sista dagen'
    }
  },
  home: {
    title: 'Utmaningar som är öppna',
    all: 'Alla utmaningar',
    resultOf: (challenge: string) => `Så gick det med utmaningen ”${challenge}”`,
    read: 'Läs mer',
    putAway: 'Har läst',
    putAwayOf: (challenge: string) => `Har läst hur det gick med ${challenge}`
  },
  idea: {
    answers: 'Svar på utmaningen',
    resultTitle: 'Så gick det med utmaningen'
  }
};

const en: typeof sv = {
  title: 'Challenges',
  lead: 'Here leaders, managers and coaches ask for ideas about something in particular.',
  ask: 'New challenge',
  open: 'Open now',
  coming: 'Opens later',
  ended: 'Ended',
  empty: 'No challenge is open right now',
  emptyLead:
    'When somebody asks for ideas about something in particular it is shown here. You can always leave an idea of your own.',
  missing: 'The challenge is not on this device',
  missingLead: 'It may have been removed, or has not been fetched yet.',
  toList: 'To the challenges',
  ideas: (count: number) => (count === 0 ? 'No ideas yet' : count === 1 ? '1 idea' : `${count} ideas`),
  left: (days: number) =>
    days === 0
      ? 'Last day today'
      : days === 1
        ? 'Open until tomorrow'
        : days < 14
          ? `${days} days left`
          : `${Math.round(days / 7)} weeks left`,
  opensIn: (days: number) =>
    days === 1 ? 'Opens tomorrow' : days < 14 ? `Opens in ${days} days` : `Opens in ${Math.round(days / 7)} weeks`,
  hasEnded: 'Ended',
  told: 'Ended, and the result has been told',
  untold: 'Ended, the result is still to come',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  by: (name: string) => `Asked by ${name}`,
  byYou: 'Asked by you',
  unknownName: 'Name missing',
  region: 'All of Fyrbodal',
  answer: 'Answer with an idea',
  result: 'What came of it',
  resultBy: (name: string, when: string) => `${name}, ${when}`,
  criteria: 'How the ideas are judged',
  questions: 'The challenge also asks',
  questionsLead: 'The questions come along when you answer. You need not answer all of them.',
  answers: 'Ideas that answer',
  answersEmpty: 'Nobody has answered yet. A need in everyday work is enough.',
  status: 'The challenge on this device',
  needsYou: 'The server did not take all of it',
  edit: 'Change',
  end: 'End and tell what came of it',
  tellAgain: 'Change the result',
  parked: {
    title: 'Parked ideas that match',
    lead: 'The right idea at the wrong time? These are parked and resemble the challenge. The search is made on your device.',
    none: 'No parked idea resembles the challenge right now.',
    looking: 'Looking among the parked ideas …',
    failed: 'It was not possible to look right now. Reload the page and try again.',
    take: 'Bring in',
    takeOf: (title: string) => `Bring in ${title}`,
    since: (day: string) => `Parked since ${day}`,
    dialog: 'Bring the idea into the challenge',
    dialogLead: (title: string) =>
      `“${title}” becomes received again. Its author sees the reason in the idea’s history.`,
    reason: 'Reason, so that the author understands',
    reasonStart: (challenge: string) => `The idea suits the challenge “${challenge}”. That is why we take it up again.`,
    yes: 'Bring the idea in',
    taken: (title: string) => `“${title}” is part of the challenge. Saved on this device.`
  },
  tell: {
    title: 'End and tell what came of it',
    lead: 'The challenge closes for new answers. What you write reaches everyone who left, supported or commented on an idea in it.',
    leadAgain: 'What you write replaces what stands. Everyone who took part is shown it again.',
    label: 'What came of it',
    hint: 'What became of the ideas? Write so that those whose idea was not chosen understand too.',
    yes: 'End and tell',
    yesAgain: 'Save',
    done: 'The result is saved on this device. It reaches everyone who took part.'
  },
  cancel: 'Cancel',
  versions: {
    title: 'Two versions',
    lead: (field: string) => `${field}: changed on two devices at once. Nothing is lost. Choose what should stand.`,
    stands: 'Stands now',
    other: 'The other version',
    keep: 'Keep what stands',
    use: 'Use the other'
  },
  form: {
    newTitle: 'New challenge',
    editTitle: 'Change the challenge',
    notYours:
      'Challenges are set by coaches, managers and leaders. If you have something to ask, talk to your idea coach.',
    space: 'Who is asked?',
    title: 'Title',
    titleHint: 'As a question: How might we …?',
    text: 'What is it about?',
    textHint: 'Why now, and what should the ideas help with? No names of people in care.',
    opens: 'Opens',
    closes: 'Last day',
    picture: 'Picture',
    pictureNow: 'The picture shown now',
    pictureRemove: 'Remove the picture',
    criteria: 'How the ideas are judged',
    criteriaHint: 'For example: can be tried in a week, costs nothing new.',
    save: 'Save the challenge',
    kept: 'The draft is saved on this device',
    saved: 'The challenge is saved on this device.',
    failed: 'The draft cannot be saved on the device right now. Do not close the page.',
    dayMissing: 'Choose a day.',
    endsFirst: 'The last day comes before the first. Choose a later day.',
    fields: {
      title: 'The title',
      text: 'The text',
      criteria: 'How ideas are judged',
      result: 'The result',
      opens: 'The first day',
      closes: 'The last day'
    }
  },
  home: {
    title: 'Challenges that are open',
    all: 'All challenges',
    resultOf: (challenge: string) => `What came of the challenge “${challenge}”`,
    read: 'Read more',
    putAway: 'Have read it',
    putAwayOf: (challenge: string) => `Have read what came of ${challenge}`
  },
  idea: {
    answers: 'An answer to the challenge',
    resultTitle: 'What came of the challenge'
  }
};

export const challengeWords = inLanguage(sv, en);
