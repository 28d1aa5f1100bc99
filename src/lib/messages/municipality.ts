import { inLanguage } from './index.svelte.ts';

/** Words of the municipality's own settings. */
const sv = {
  title: 'Kommunens inställningar',
  lead: 'Gäller alla i kommunen. Ändringar sparas på enheten och skickas när det finns kontakt.',
  back: 'Inställningar',
  link: 'Svarstid, lägen och svarsmallar',
  linkLead: 'Det kommunen själv bestämmer.',
  notYours: 'Kommunens administratör och idécoacher ändrar här. Din inloggning kan inte ändra något.',
  days: {
    title: 'Svarstid',
    field: 'Arbetsdagar till svar',
    hint: 'Den som lämnar en idé får se dagen direkt. Röda dagar och helger räknas inte. Vanligt är 10.',
    note: 'Gäller idéer som lämnas från och med nu. Löften som redan är givna står kvar.',
    wrong: 'Skriv ett antal arbetsdagar, från 1 till 60.'
  },
  labels: {
    title: 'Vad lägena heter',
    lead: 'Lämna tomt för att använda det vanliga ordet. Själva stegen är desamma i alla kommuner.',
    own: (count: number) => (count === 0 ? 'De vanliga orden' : count === 1 ? '1 eget ord' : `${count} egna ord`),
    taken: 'Två lägen kan inte heta likadant.',
    tooLong: 'Högst 40 tecken.'
  },
  save: 'Spara inställningar',
  saved: 'Sparat på enheten.',
  notSaved: 'Inställningarna är inte sparade än. Se vad som behöver ändras.',
  replies: {
    title: 'Svarsmallar',
    lead: 'En mall är början på ett svar. Den som svarar kan alltid ändra orden.',
    empty: 'Det finns inga mallar än.',
    suggest: (count: number) => (count === 1 ? 'Lägg in förslag (1 mall)' : `Lägg in förslag (${count} mallar)`),
    suggested: 'Förslagen är inlagda. Ändra dem så att de låter som ni.',
    add: 'Ny mall',
    edit: 'Ändra',
    editOf: (name: string) => `Ändra mallen ${name}`,
    close: 'Stäng mallen',
    closeOf: (name: string) => `Stäng mallen ${name}`,
    open: 'Använd igen',
    openOf: (name: string) => `Använd mallen ${name} igen`,
    closed: (count: number) => (count === 1 ? '1 stängd mall' : `${count} stängda mallar`),
    use: 'Används när idén ska',
    name: 'Mallens namn',
    text: 'Text',
    save: 'Spara mallen',
    cancel: 'Avbryt',
    saved: (name: string) => `Mallen ”${name}” är sparad på enheten.`,
    nowClosed: (name: string) => `Mallen ”${name}” är stängd.`,
    nowOpen: (name: string) => `Mallen ”${name}” används igen.`,
    uses: {
      receive: 'Tas emot',
      answer: 'Besvaras',
      clarify: 'Kompletteras',
      refer: 'Skickas vidare',
      merge: 'Slås ihop',
      park: 'Vila',
      close: 'Avslutas'
    }
  }
};

const en: typeof sv = {
  title: 'The municipality’s settings',
  lead: 'For everyone in the municipality. Changes are saved on the device and sent when there is contact.',
  back: 'Settings',
  link: 'Answer time, stages and reply templates',
  linkLead: 'What the municipality decides for itself.',
  notYours: 'The municipality’s administrator and idea coaches make changes here. Your account cannot change anything.',
  days: {
    title: 'Time to answer',
    field: 'Working days until an answer',
    hint: 'Whoever leaves an idea sees the day at once. Holidays and weekends do not count. 10 is common.',
    note: 'For ideas left from now on. Promises already made stand.',
    wrong: 'Write a number of working days, from 1 to 60.'
  },
  labels: {
    title: 'What the stages are called',
    lead: 'Leave empty to use the common word. The steps themselves are the same in every municipality.',
    own: (count: number) =>
      count === 0 ? 'The common words' : count === 1 ? '1 word of your own' : `${count} words of your own`,
    taken: 'Two stages cannot have the same name.',
    tooLong: 'No more than 40 characters.'
  },
  save: 'Save settings',
  saved: 'Saved on this device.',
  notSaved: 'The settings are not saved yet. See what needs changing.',
  replies: {
    title: 'Reply templates',
    lead: 'A template is the beginning of an answer. Whoever answers can always change the words.',
    empty: 'There are no templates yet.',
    suggest: (count: number) =>
      count === 1 ? 'Put in suggestions (1 template)' : `Put in suggestions (${count} templates)`,
    suggested: 'The suggestions are in place. Change them so that they sound like you.',
    add: 'New template',
    edit: 'Change',
    editOf: (name: string) => `Change the template ${name}`,
    close: 'Close the template',
    closeOf: (name: string) => `Close the template ${name}`,
    open: 'Use again',
    openOf: (name: string) => `Use the template ${name} again`,
    closed: (count: number) => (count === 1 ? '1 closed template' : `${count} closed templates`),
    use: 'Used when the idea is to be',
    name: 'Name of the template',
    text: 'Text',
    save: 'Save the template',
    cancel: 'Cancel',
    saved: (name: string) => `The template “${name}” is saved on this device.`,
    nowClosed: (name: string) => `The template “${name}” is closed.`,
    nowOpen: (name: string) => `The template “${name}” is used again.`,
    uses: {
      receive: 'Received',
      answer: 'Answered',
      clarify: 'Clarified',
      refer: 'Passed on',
      merge: 'Merged',
      park: 'Parked',
      close: 'Closed'
    }
  }
};

export const municipalityWords = inLanguage(sv, en);
