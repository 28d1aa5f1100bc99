/** Words of the capture page: writing an idea, its pictures and its spoken note. */
export const sv = {
  title: 'Ny idé',
  lead: 'Skriv det du tänker på. Rubrik eller behov räcker.',
  fields: { title: 'Rubrik', need: 'Behov', proposal: 'Förslag', unit: 'Enhet', category: 'Område' },
  hints: {
    need: 'Vad skaver, saknas eller kan bli bättre? Skriv inget som pekar ut någon.',
    proposal: 'Om du har ett'
  },
  save: 'Spara',
  saving: 'Sparar …',
  draft: {
    kept: 'Utkastet är sparat på enheten',
    failed: 'Utkastet kan inte sparas på enheten just nu. Stäng inte sidan. Frigör utrymme och skriv vidare.',
    continued: (when: string) => `Du fortsätter på ett utkast, senast ändrat ${when}.`,
    startNew: 'Börja på en ny',
    discard: 'Kasta utkastet',
    discardTitle: 'Kasta utkastet?',
    discardLead: 'Det du har skrivit, bilderna och inspelningen försvinner från enheten. Det går inte att ångra.',
    discardYes: 'Kasta utkastet',
    keep: 'Behåll'
  },
  more: 'Enhet och område',
  noUnit: 'Ingen enhet vald',
  noCategory: 'Inget område valt',
  hidden: {
    label: 'Visa inte mitt namn för kollegor',
    on: 'Ditt namn är dolt för kollegor. Det är inte hemligt.',
    more: 'Vad betyder det?',
    points: [
      'Kollegor, chefer och idécoacher ser inte vem som har skrivit. Idén skrivs under ett hemligt alias i stället för ditt namn.',
      'Alla idéer som du döljer har samma alias. Den som läser flera av dem kan förstå att de kommer från samma person.',
      'Det du skriver, när det kommer in, bilder, din röst och vilken enhet du väljer kan ändå avslöja dig.',
      'Den som sköter servern skulle i princip kunna ta reda på vem aliaset tillhör.',
      'En inlämnad idé är troligen en allmän handling. Den kan behöva lämnas ut om någon begär det, då utan ditt namn.',
      'Du får ändå svar här i appen: din enhet vet att idén är din.'
    ],
    unavailable: 'Din inloggning har inget alias, så namnet kan inte döljas.'
  },
  photos: {
    title: 'Bilder',
    take: 'Ta bild',
    choose: 'Välj bild',
    remove: (number: number) => `Ta bort bild ${number}`,
    alt: (number: number) => `Bild ${number} till idén`,
    preparing: 'Bilden förbereds …',
    added: (count: number) => (count === 1 ? 'En bild är tillagd' : `${count} bilder är tillagda`),
    removed: 'Bilden är borttagen',
    hint: 'Se till att inga personer eller namn syns. Uppgifter om plats och kamera tas bort.',
    faults: {
      'not-image': (name: string) => `${name} är inte en bild. Välj en bild i stället.`,
      unreadable: (name: string) => `${name} gick inte att läsa. Filen kan vara skadad. Prova en annan bild.`,
      heic: (name: string) =>
        `${name} är i formatet HEIC, som den här webbläsaren inte kan läsa. Spara bilden som JPEG och välj den igen.`,
      'too-large': (name: string) => `${name} gick inte att göra liten nog. Prova en annan bild.`
    }
  },
  sound: {
    title: 'Inspelning',
    start: 'Spela in',
    stop: 'Stoppa inspelningen',
    recording: 'Spelar in',
    time: (now: string, of: string) => `${now} av ${of}`,
    asking: 'Webbläsaren frågar om den får använda mikrofonen.',
    listen: 'Lyssna på inspelningen',
    remove: 'Ta bort inspelningen',
    removed: 'Inspelningen är borttagen',
    done: (time: string) => `Inspelningen är ${time} lång`,
    hint: 'Högst tre minuter. Säg inga namn eller personnummer.',
    faults: {
      denied: 'Mikrofonen är avstängd för appen. Tillåt den i webbläsarens inställningar om du vill spela in.',
      'no-microphone': 'Enheten har ingen mikrofon som går att använda.',
      unsupported: 'Den här webbläsaren kan inte spela in ljud.',
      failed: 'Inspelningen avbröts. Det som hann spelas in finns kvar.'
    }
  },
  saved: {
    title: 'Sparad på enheten',
    lead: 'Idén skickas till kommunen så snart det finns kontakt. Du behöver inte göra något mer.',
    confirmed: 'Kommunens server har tagit emot idén.',
    show: 'Visa idén',
    list: 'Till Idéer',
    another: 'Skriv en till'
  },
  noSpace: {
    title: 'Här går det inte att lämna idéer',
    lead: 'Din inloggning hör inte till någon kommun eller region där du kan lämna idéer.'
  },
  fixErrors: 'Idén är inte sparad än. Se vad som behöver ändras. Allt du skrivit finns kvar.'
};

export const en: typeof sv = {
  title: 'New idea',
  lead: 'Write what you are thinking of. A title or a need is enough.',
  fields: { title: 'Title', need: 'Need', proposal: 'Proposal', unit: 'Unit', category: 'Area' },
  hints: {
    need: 'What chafes, is missing or could be better? Write nothing that points anyone out.',
    proposal: 'If you have one'
  },
  save: 'Save',
  saving: 'Saving …',
  draft: {
    kept: 'The draft is saved on this device',
    failed: 'The draft cannot be saved on the device right now. Do not close the page. Free some space and write on.',
    continued: (when: string) => `You are continuing a draft, last changed ${when}.`,
    startNew: 'Start a new one',
    discard: 'Throw the draft away',
    discardTitle: 'Throw the draft away?',
    discardLead:
      'What you have written, the pictures and the recording disappear from the device. This cannot be undone.',
    discardYes: 'Throw the draft away',
    keep: 'Keep it'
  },
  more: 'Unit and area',
  noUnit: 'No unit chosen',
  noCategory: 'No area chosen',
  hidden: {
    label: 'Do not show my name to colleagues',
    on: 'Your name is hidden from colleagues. It is not secret.',
    more: 'What does that mean?',
    points: [
      'Colleagues, managers and idea coaches do not see who wrote it. The idea is written under a secret alias instead of your name.',
      'All ideas that you hide share one alias. Whoever reads several of them may understand that they come from the same person.',
      'What you write, when it arrives, pictures, your voice and the unit you choose may give you away all the same.',
      'Whoever runs the server could in principle find out whose the alias is.',
      'A submitted idea is probably an official document. It may have to be handed out on request, then without your name.',
      'You still get answers here in the app: your device knows that the idea is yours.'
    ],
    unavailable: 'Your account has no alias, so the name cannot be hidden.'
  },
  photos: {
    title: 'Pictures',
    take: 'Camera',
    choose: 'Picture',
    remove: (number: number) => `Remove picture ${number}`,
    alt: (number: number) => `Picture ${number} for the idea`,
    preparing: 'Preparing the picture …',
    added: (count: number) => (count === 1 ? 'One picture has been added' : `${count} pictures have been added`),
    removed: 'The picture has been removed',
    hint: 'Make sure that no people or names can be seen. Details of place and camera are removed.',
    faults: {
      'not-image': (name: string) => `${name} is not a picture. Choose a picture instead.`,
      unreadable: (name: string) => `${name} could not be read. The file may be damaged. Try another picture.`,
      heic: (name: string) =>
        `${name} is in the HEIC format, which this browser cannot read. Save the picture as JPEG and choose it again.`,
      'too-large': (name: string) => `${name} could not be made small enough. Try another picture.`
    }
  },
  sound: {
    title: 'Recording',
    start: 'Record',
    stop: 'Stop recording',
    recording: 'Recording',
    time: (now: string, of: string) => `${now} of ${of}`,
    asking: 'The browser is asking whether it may use the microphone.',
    listen: 'Listen to the recording',
    remove: 'Remove the recording',
    removed: 'The recording has been removed',
    done: (time: string) => `The recording is ${time} long`,
    hint: 'Three minutes at most. Say no names or personal identity numbers.',
    faults: {
      denied: 'The microphone is off for the app. Allow it in the browser’s settings if you want to record.',
      'no-microphone': 'The device has no microphone that can be used.',
      unsupported: 'This browser cannot record sound.',
      failed: 'The recording was interrupted. What was recorded is kept.'
    }
  },
  saved: {
    title: 'Saved on this device',
    lead: 'The idea is sent to the municipality as soon as there is contact. You need do nothing more.',
    confirmed: 'The municipality’s server has received the idea.',
    show: 'Show the idea',
    list: 'To Ideas',
    another: 'Write another'
  },
  noSpace: {
    title: 'Ideas cannot be left here',
    lead: 'Your account does not belong to a municipality or region where you can leave ideas.'
  },
  fixErrors: 'The idea is not saved yet. See what needs changing. Everything you wrote is still here.'
};
