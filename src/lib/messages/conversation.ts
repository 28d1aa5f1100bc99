import type { Stance } from '#lib/domain/ideas/comment.ts';
import { inLanguage } from './index.svelte.ts';

/** Words of the conversation around an idea: comments, points, those who write together, those who follow. */
const sv = {
  stanceLabel: 'Vad är det du skriver?',
  stances: { none: 'Kommentar', for: 'För', against: 'Emot' } satisfies Record<Stance | 'none', string>,
  points: {
    for: (count: number) => `För (${count})`,
    against: (count: number) => `Emot (${count})`,
    forEmpty: 'Inget skäl för än.',
    againstEmpty: 'Inget skäl emot än.'
  },
  answer: 'Svar från kommunen',
  hint: 'Skriv @ för att nämna en kollega. Skriv inget som pekar ut en omsorgstagare.',
  saved: {
    for: 'Skälet för är sparat på enheten.',
    against: 'Skälet emot är sparat på enheten.'
  } satisfies Record<Stance, string>,
  mention: {
    list: 'Kollegor att nämna',
    found: (count: number) =>
      count === 1
        ? '1 kollega. Välj med piltangenterna och Enter.'
        : `${count} kollegor. Välj med piltangenterna och Enter.`,
    none: 'Ingen med det namnet.',
    chosen: (name: string) => `${name} är nämnd.`
  },
  edit: 'Ändra',
  editOf: (when: string) => `Ändra din kommentar från ${when}`,
  editLabel: 'Ändra din kommentar',
  changed: 'Ändringen är sparad på enheten.',
  edited: (when: string) => `Ändrad ${when}`,
  earlier: 'Visa vad som stod före',
  earlierAt: (when: string) => `Så stod det till ${when}`,
  takenBack: 'Kommentaren är tillbakatagen.',
  undo: 'Ångra',
  undoOf: (when: string) => `Ångra: låt din kommentar från ${when} stå kvar`,
  standing: 'Kommentaren står kvar.',
  variantField: 'Kommentaren',
  follow: {
    follow: 'Följ idén',
    following: 'Du följer idén.',
    because: {
      author: 'Du följer idén eftersom den är din.',
      coauthor: 'Du följer idén eftersom du skriver på den.',
      supporter: 'Du följer idén eftersom du stöder den.',
      commenter: 'Du följer idén eftersom du har kommenterat den.'
    }
  },
  authors: {
    title: 'Skriver tillsammans',
    with: (names: string) => `tillsammans med ${names}`,
    lead: 'Medförfattare kan ändra texten och syns som författare.',
    add: 'Lägg till en medförfattare',
    field: 'Kollegans namn',
    hint: 'Skriv början av namnet och välj i listan.',
    hidden:
      'Ditt namn är dolt, men en medförfattares namn syns för alla. Den som vet vilka du arbetar med kan gissa att idén är din.',
    choose: 'Välj någon i listan. Bara den som har ett namn här kan läggas till.',
    submit: 'Lägg till',
    cancel: 'Avbryt',
    none: 'Ingen med det namnet.',
    added: (name: string) => `${name} är tillagd.`,
    remove: 'Ta bort',
    removeOf: (name: string) => `Ta bort ${name} som medförfattare`,
    removed: (name: string) => `${name} är inte längre medförfattare.`,
    leave: 'Sluta vara medförfattare',
    leaveTitle: 'Sluta vara medförfattare?',
    leaveLead: 'Du kan inte längre ändra texten. Bara författaren kan lägga till dig igen.',
    left: 'Du är inte längre medförfattare.',
    full: 'En idé kan ha tjugo medförfattare.'
  },
  buildsOn: 'Bygger på',
  builtOnBy: 'Det bygger vidare',
  build: 'Bygg vidare på idén'
};

const en: typeof sv = {
  stanceLabel: 'What are you writing?',
  stances: { none: 'Comment', for: 'For', against: 'Against' },
  points: {
    for: (count) => `For (${count})`,
    against: (count) => `Against (${count})`,
    forEmpty: 'No point for yet.',
    againstEmpty: 'No point against yet.'
  },
  answer: 'Answer from the municipality',
  hint: 'Type @ to mention a colleague. Write nothing that points out a care recipient.',
  saved: {
    for: 'The point for is saved on the device.',
    against: 'The point against is saved on the device.'
  },
  mention: {
    list: 'Colleagues to mention',
    found: (count) =>
      count === 1
        ? '1 colleague. Choose with the arrow keys and Enter.'
        : `${count} colleagues. Choose with the arrow keys and Enter.`,
    none: 'Nobody by that name.',
    chosen: (name) => `${name} is mentioned.`
  },
  edit: 'Edit',
  editOf: (when) => `Edit your comment from ${when}`,
  editLabel: 'Edit your comment',
  changed: 'The change is saved on the device.',
  edited: (when) => `Edited ${when}`,
  earlier: 'Show what it said before',
  earlierAt: (when) => `What it said until ${when}`,
  takenBack: 'The comment has been taken back.',
  undo: 'Undo',
  undoOf: (when) => `Undo: let your comment from ${when} stand`,
  standing: 'The comment stands.',
  variantField: 'The comment',
  follow: {
    follow: 'Follow the idea',
    following: 'You follow the idea.',
    because: {
      author: 'You follow the idea because it is yours.',
      coauthor: 'You follow the idea because you write on it.',
      supporter: 'You follow the idea because you support it.',
      commenter: 'You follow the idea because you have commented on it.'
    }
  },
  authors: {
    title: 'Writing together',
    with: (names) => `together with ${names}`,
    lead: 'Co-authors can change the text and are shown as authors.',
    add: 'Add a co-author',
    field: 'The colleague’s name',
    hint: 'Type the beginning of the name and choose in the list.',
    hidden:
      'Your name is hidden, but a co-author’s name is shown to everybody. Whoever knows whom you work with may guess that the idea is yours.',
    choose: 'Choose somebody in the list. Only those who have a name here can be added.',
    submit: 'Add',
    cancel: 'Cancel',
    none: 'Nobody by that name.',
    added: (name) => `${name} has been added.`,
    remove: 'Remove',
    removeOf: (name) => `Remove ${name} as co-author`,
    removed: (name) => `${name} is no longer a co-author.`,
    leave: 'Stop being a co-author',
    leaveTitle: 'Stop being a co-author?',
    leaveLead: 'You can no longer change the text. Only the author can add you again.',
    left: 'You are no longer a co-author.',
    full: 'An idea can have twenty co-authors.'
  },
  buildsOn: 'Builds on',
  builtOnBy: 'Building on it',
  build: 'Build on the idea'
};

export const conversation = inLanguage(sv, en);
