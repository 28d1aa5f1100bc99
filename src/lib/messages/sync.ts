/** Words of the sync page: what waits here, what has been confirmed, what was refused, and where it is stored. */
export const sv = {
  title: 'Synk',
  now: 'Synka nu',
  running: 'Synkar …',
  states: {
    starting: { title: 'Kontrollerar …', lead: 'Läser vad som finns på enheten.' },
    'all-saved': {
      title: 'Allt är sparat hos kommunen',
      lead: 'Inget på den här enheten väntar på att skickas.'
    },
    waiting: {
      title: 'Väntar på att skickas',
      lead: 'Det ligger tryggt på enheten och skickas av sig självt.'
    },
    syncing: { title: 'Synkar …', lead: 'Skickar ditt och hämtar andras.' },
    'no-contact': {
      title: 'Ingen kontakt med servern',
      lead: 'Du kan läsa och skriva som vanligt. Allt skickas när kontakten är tillbaka.'
    },
    'sign-in': {
      title: 'Logga in igen',
      lead: 'Inloggningen har gått ut. Du kan läsa och skriva, men inget skickas förrän du har loggat in.'
    },
    'needs-you': {
      title: 'Något behöver dig',
      lead: 'Servern tog inte emot allt. Dina ord finns kvar, och du ser varför här nedanför.'
    }
  },
  signIn: 'Logga in',
  device: 'Enhetens minne svarar inte som det ska. Ladda om sidan och kontrollera att det finns ledigt utrymme.',
  serverFault: 'Servern svarade med ett fel. Det är inget du har gjort. Ett nytt försök görs om en stund.',
  fault: 'Något gick fel i appen när den skulle synka. Ladda om sidan. Det du har sparat finns kvar.',
  contact: (when: string) => `Senaste kontakt med servern: ${when}`,
  noContactYet: 'Ingen kontakt med servern än på den här enheten',
  refusedTitle: 'Behöver dig',
  waitingTitle: 'Väntar här',
  waitingEmpty: 'Inget väntar.',
  waitingSince: (when: string) => `sedan ${when}`,
  receiptsTitle: 'Bekräftat',
  receiptsEmpty: 'När servern har kvitterat något syns det här.',
  receiptsLead: 'Kommunens server har tagit emot och kvitterat.',
  showAll: (count: number) => `Visa alla ${count}`,
  change: 'Ändra',
  show: 'Visa',
  changeOf: (title: string) => `Ändra ${title}`,
  export: 'Exportera',
  exportOf: (title: string) => `Exportera ${title}`,
  again: 'Försök igen',
  againOf: (title: string) => `Försök igen: ${title}`,
  discard: 'Ta bort',
  discardOf: (title: string) => `Ta bort ${title}`,
  discardTitle: 'Ta bort det som inte togs emot?',
  discardLead: (title: string) =>
    `Ändringen i ”${title}” tas bort från enheten. Det som servern redan har finns kvar. Exportera först om du vill ha kvar orden.`,
  discardYes: 'Ta bort',
  cancel: 'Avbryt',
  said: 'Du skrev',
  erasing: 'Borttagning',
  kinds: {
    idea: 'Idé',
    comment: 'Kommentar',
    support: 'Stöd',
    decision: 'Beslut',
    photo: 'Bild',
    recording: 'Inspelning',
    variant: 'Två versioner',
    unit: 'Enhet',
    person: 'Ditt namn',
    follow: 'Bevakning',
    referral: 'Hänvisning',
    share: 'Delning med annan kommun',
    reply: 'Svarsmall',
    group: 'Arbetsgrupp',
    membership: 'Medlemskap',
    meeting: 'Möte',
    groupdecision: 'Gruppens beslut',
    grouptask: 'Uppgift',
    groupstatus: 'Lägesbild till Fyrbodal',
    settings: 'Kommunens inställningar',
    challenge: 'Utmaning',
    picture: 'Bild till utmaning',
    field: 'Fråga',
    fieldvalue: 'Svar på fråga',
    category: 'Område',
    criteriaset: 'Kriterier',
    criterion: 'Kriterium',
    round: 'Bedömningsomgång',
    assessment: 'Bedömning',
    comparison: 'Jämförelse',
    benefit: 'Nytta',
    story: 'Berättelse',
    storypicture: 'Bild till berättelse',
    view: 'Sparad vy',
    template: 'Mall',
    case: 'Utvecklingsarbete',
    casestep: 'Steg i utvecklingsarbete',
    worksheet: 'Arbetsblad',
    entry: 'Rad i arbetsblad',
    dots: 'Prickar',
    sheetmedia: 'Bild eller inspelning i arbetsblad'
  },
  untitled: 'Utan rubrik',
  transfer: {
    title: 'Ta med det osända',
    lead: 'Spara det som inte är skickat i en fil. Filen kan du importera här eller på en annan enhet där du är inloggad.',
    export: 'Exportera osänt',
    exported: (count: number) =>
      count === 1 ? 'Filen är sparad. Den innehåller 1 sak.' : `Filen är sparad. Den innehåller ${count} saker.`,
    nothing: 'Det finns inget osänt att exportera.',
    import: 'Importera',
    importFile: 'Fil att importera',
    imported: (count: number) =>
      count === 0
        ? 'Allt i filen fanns redan här.'
        : count === 1
          ? '1 sak är importerad och skickas snart.'
          : `${count} saker är importerade och skickas snart.`,
    private: 'Filen innehåller det du har skrivit. Förvara den som annat arbetsmaterial och ta bort den efteråt.',
    faults: {
      'not-ours': 'Filen är inte en export från Idéslussen, eller så är den skadad.',
      'other-person': 'Filen hör till en annan person. Bara den som skrev kan importera den.',
      disk: 'Det gick inte att spara innehållet på enheten. Kontrollera att det finns ledigt utrymme.',
      'export-failed': 'Filen kunde inte skapas. Försök igen.'
    }
  },
  storage: {
    title: 'På den här enheten',
    used: (used: string, quota: string) => `${used} används av ${quota} som webbläsaren tillåter`,
    usedOnly: (used: string) => `${used} används`,
    unknown: 'Webbläsaren talar inte om hur mycket utrymme som används.',
    protected: 'Skyddat',
    protectedLead: 'Webbläsaren får inte rensa det som ligger här för att få plats med annat.',
    unprotected: 'Inte skyddat',
    unprotectedLead:
      'Webbläsaren kan rensa det som ligger här om enheten blir full. Det är ovanligt. Installera appen så minskar risken.',
    unsupported: 'Webbläsaren kan inte lova att behålla det som ligger här. Synka ofta.',
    ask: 'Skydda det som ligger här',
    refused: 'Webbläsaren sa nej den här gången. Installera appen och använd den några dagar, försök sedan igen.',
    meter: 'Använt utrymme',
    evictedTitle: 'Enhetens minne har tömts',
    evicted:
      'Webbläsaren har tagit bort det som låg här. Allt som var bekräftat hämtas nu på nytt. Det som inte hade skickats går inte att få tillbaka, om du inte har exporterat det.'
  }
};

export const en: typeof sv = {
  title: 'Sync',
  now: 'Sync now',
  running: 'Syncing …',
  states: {
    starting: { title: 'Checking …', lead: 'Reading what is on the device.' },
    'all-saved': {
      title: 'Everything is saved with the municipality',
      lead: 'Nothing on this device is waiting to be sent.'
    },
    waiting: { title: 'Waiting to be sent', lead: 'It is safe on the device and will be sent by itself.' },
    syncing: { title: 'Syncing …', lead: 'Sending yours and fetching others’.' },
    'no-contact': {
      title: 'No contact with the server',
      lead: 'You can read and write as usual. Everything is sent when contact is back.'
    },
    'sign-in': {
      title: 'Sign in again',
      lead: 'The session has ended. You can read and write, but nothing is sent until you have signed in.'
    },
    'needs-you': {
      title: 'Something needs you',
      lead: 'The server did not accept everything. Your words are kept, and you can see why below.'
    }
  },
  signIn: 'Sign in',
  device: 'The device’s memory does not answer as it should. Reload the page and check that there is free space.',
  serverFault: 'The server answered with an error. It is nothing you did. It will be tried again in a while.',
  fault: 'Something went wrong in the app while syncing. Reload the page. What you have saved is kept.',
  contact: (when: string) => `Last contact with the server: ${when}`,
  noContactYet: 'No contact with the server yet on this device',
  refusedTitle: 'Needs you',
  waitingTitle: 'Waiting here',
  waitingEmpty: 'Nothing is waiting.',
  waitingSince: (when: string) => `since ${when}`,
  receiptsTitle: 'Confirmed',
  receiptsEmpty: 'When the server has confirmed something it shows here.',
  receiptsLead: 'The municipality’s server has received and confirmed.',
  showAll: (count: number) => `Show all ${count}`,
  change: 'Change',
  show: 'Show',
  changeOf: (title: string) => `Change ${title}`,
  export: 'Export',
  exportOf: (title: string) => `Export ${title}`,
  again: 'Try again',
  againOf: (title: string) => `Try again: ${title}`,
  discard: 'Remove',
  discardOf: (title: string) => `Remove ${title}`,
  discardTitle: 'Remove what was not accepted?',
  discardLead: (title: string) =>
    `The change to “${title}” is removed from the device. What the server already has stays. Export it first if you want to keep the words.`,
  discardYes: 'Remove',
  cancel: 'Cancel',
  said: 'You wrote',
  erasing: 'Removal',
  kinds: {
    idea: 'Idea',
    comment: 'Comment',
    support: 'Support',
    decision: 'Decision',
    photo: 'Picture',
    recording: 'Recording',
    variant: 'Two versions',
    unit: 'Unit',
    person: 'Your name',
    follow: 'Following',
    referral: 'Referral',
    share: 'Share with another municipality',
    reply: 'Reply template',
    group: 'Working group',
    membership: 'Membership',
    meeting: 'Meeting',
    groupdecision: 'The group’s decision',
    grouptask: 'Task',
    groupstatus: 'Standing, told to Fyrbodal',
    settings: 'The municipality’s settings',
    challenge: 'Challenge',
    picture: 'Picture for a challenge',
    field: 'Question',
    fieldvalue: 'Answer to a question',
    category: 'Area',
    criteriaset: 'Criteria',
    criterion: 'Criterion',
    round: 'Assessment round',
    assessment: 'Assessment',
    comparison: 'Comparison',
    benefit: 'Benefit',
    story: 'Story',
    storypicture: 'Picture for a story',
    view: 'Saved view',
    template: 'Template',
    case: 'Development work',
    casestep: 'Step in development work',
    worksheet: 'Worksheet',
    entry: 'Row in a worksheet',
    dots: 'Dots',
    sheetmedia: 'Picture or recording in a worksheet'
  },
  untitled: 'Untitled',
  transfer: {
    title: 'Take what is unsent with you',
    lead: 'Save what has not been sent in a file. You can import the file here or on another device where you are signed in.',
    export: 'Export unsent',
    exported: (count: number) =>
      count === 1 ? 'The file is saved. It holds 1 item.' : `The file is saved. It holds ${count} items.`,
    nothing: 'There is nothing unsent to export.',
    import: 'Import',
    importFile: 'File to import',
    imported: (count: number) =>
      count === 0
        ? 'Everything in the file was already here.'
        : count === 1
          ? '1 item has been imported and will soon be sent.'
          : `${count} items have been imported and will soon be sent.`,
    private: 'The file holds what you have written. Keep it like other working material and delete it afterwards.',
    faults: {
      'not-ours': 'The file is not an export from Idéslussen, or it is damaged.',
      'other-person': 'The file belongs to another person. Only whoever wrote it can import it.',
      disk: 'The contents could not be saved on the device. Check that there is free space.',
      'export-failed': 'The file could not be made. Try again.'
    }
  },
  storage: {
    title: 'On this device',
    used: (used: string, quota: string) => `${used} used of ${quota} that the browser allows`,
    usedOnly: (used: string) => `${used} used`,
    unknown: 'The browser does not say how much space is used.',
    protected: 'Protected',
    protectedLead: 'The browser may not clear what is here to make room for other things.',
    unprotected: 'Not protected',
    unprotectedLead:
      'The browser may clear what is here if the device fills up. It is rare. Install the app and the risk is less.',
    unsupported: 'The browser cannot promise to keep what is here. Sync often.',
    ask: 'Protect what is here',
    refused: 'The browser said no this time. Install the app and use it for some days, then try again.',
    meter: 'Space used',
    evictedTitle: 'The device’s memory has been cleared',
    evicted:
      'The browser has removed what was here. Everything that was confirmed is now being fetched again. What had not been sent cannot be brought back, unless you exported it.'
  }
};
