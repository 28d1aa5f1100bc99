/** Why something was not taken, in sentences: by the rules on this device, by the server's, or for want of room. */
export const sv = {
  /** By the code of a refusal. Each says what is wrong and what to do. */
  codes: {
    'personal-number':
      'Här står något som ser ut som ett personnummer. Ta bort det eller skriv på ett annat sätt. Dina ord finns kvar.',
    'too-long': 'Texten är för lång. Korta den lite.',
    'malformed-text': 'Texten innehåller tecken som inte går att spara. Skriv om det stället.',
    'wrong-type': 'Något i uppgifterna har fel form. Kontrollera och försök igen.',
    empty: 'Här behöver det stå något.',
    'not-member': 'Du har inte längre tillgång till den plats där det skulle sparas. Prata med din idécoach.',
    'unknown-kind': 'Servern känner inte till den här sortens uppgift. Appen kan behöva uppdateras.',
    'wrong-space': 'Den här sortens uppgift får inte sparas på den platsen.',
    'wrong-id': 'Uppgiften har fel beteckning och kan inte tas emot. Exportera den och kontakta din idécoach.',
    'wrong-version': 'Appen och servern är olika gamla. Ladda om sidan och försök igen.',
    'too-large': 'Det är för stort för att tas emot. Korta texten.',
    'fixed-field': 'En uppgift har ändrats som inte får ändras.',
    'invalid-field': 'Skriv en rubrik eller ett behov. Det räcker med det ena.',
    'not-allowed': 'Du har inte behörighet att göra det.',
    'erasure-not-allowed': 'Du har inte behörighet att ta bort det.',
    attachment: 'Bilden eller inspelningen kunde inte tas emot. Den kan vara för stor eller i fel format.',
    erased: 'Den har tagits bort på servern medan du ändrade den.',
    'server-error': 'Servern klarade inte att ta emot just det här. Försök igen senare, eller exportera det.',
    'device-full':
      'Enheten har inte plats för mer, så det är inte sparat än. Dina ord och bilder finns kvar här. Frigör utrymme och tryck på Spara igen.',
    'device-failed':
      'Det gick inte att spara på enheten. Dina ord och bilder finns kvar här. Försök igen. Hjälper det inte: kopiera texten och ladda om sidan.'
  },
  personalNumber: {
    /** While somebody writes: gentle, since nothing has been refused. */
    warning: 'Det här ser ut som ett personnummer',
    places: (count: number) =>
      count === 1 ? 'Ett ställe ser ut som ett personnummer' : `${count} ställen ser ut som personnummer`,
    show: 'Visa i texten',
    showPlace: (quote: string) => `Visa i texten: ${quote}`,
    why: 'Idéer läses av många. Därför får inga personnummer stå i dem, varken dina egna eller någon annans.',
    chance:
      'Är det ett annat nummer? Ungefär ett av tio nummer som börjar som ett datum ser ut som ett personnummer. Appen kan inte veta vilket, så den säger nej till alla.',
    how: 'Skriv till exempel ”en brukare” i stället. Är det ett ärendenummer: skriv vad ärendet gäller eller bara de sista siffrorna.'
  },
  length: {
    left: (count: number) => (count === 1 ? '1 tecken kvar' : `${count} tecken kvar`),
    over: (count: number) => (count === 1 ? '1 tecken för mycket' : `${count} tecken för mycket`)
  }
};

export const en: typeof sv = {
  codes: {
    'personal-number':
      'There is something here that looks like a personal identity number. Remove it or put it another way. Your words are kept.',
    'too-long': 'The text is too long. Shorten it a little.',
    'malformed-text': 'The text has characters that cannot be saved. Rewrite that place.',
    'wrong-type': 'Something in the details has the wrong form. Check and try again.',
    empty: 'Something needs to be written here.',
    'not-member': 'You no longer have access to the place where it would be saved. Talk to your idea coach.',
    'unknown-kind': 'The server does not know this sort of thing. The app may need updating.',
    'wrong-space': 'This sort of thing may not be saved in that place.',
    'wrong-id': 'It has the wrong identifier and cannot be accepted. Export it and contact your idea coach.',
    'wrong-version': 'The app and the server are of different ages. Reload the page and try again.',
    'too-large': 'It is too large to be accepted. Shorten the text.',
    'fixed-field': 'Something has been changed that may not be changed.',
    'invalid-field': 'Write a title or a need. One of them is enough.',
    'not-allowed': 'You do not have permission to do that.',
    'erasure-not-allowed': 'You do not have permission to remove that.',
    attachment: 'The picture or recording could not be accepted. It may be too large or in the wrong format.',
    erased: 'It was removed on the server while you were changing it.',
    'server-error': 'The server could not accept this one. Try again later, or export it.',
    'device-full':
      'The device has no room for more, so it is not saved yet. Your words and pictures are still here. Free some space and press Save again.',
    'device-failed':
      'It could not be saved on the device. Your words and pictures are still here. Try again. If that does not help: copy the text and reload the page.'
  },
  personalNumber: {
    warning: 'This looks like a personal identity number',
    places: (count: number) =>
      count === 1
        ? 'One place looks like a personal identity number'
        : `${count} places look like personal identity numbers`,
    show: 'Show in the text',
    showPlace: (quote: string) => `Show in the text: ${quote}`,
    why: 'Many people read ideas. So no personal identity numbers may stand in them, neither yours nor anyone else’s.',
    chance:
      'Is it some other number? About one in ten numbers that begin like a date looks like a personal identity number. The app cannot tell which, so it says no to all of them.',
    how: 'Write for example “a care recipient” instead. If it is a case number: write what the case is about, or only the last digits.'
  },
  length: {
    left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    over: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`)
  }
};
