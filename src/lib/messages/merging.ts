import { inLanguage } from './index.svelte.ts';

/** Words of ideas that are brought together, and apart again. */
const sv = {
  title: 'Slå ihop två idéer',
  lead: 'Två idéer om samma sak blir en. Stöd, kommentarer och författare följer med, och det går att ångra.',
  back: 'Till idén',
  search: 'Sök den idé som ska leva vidare',
  searchHint: 'Skriv några ord ur den andra idén.',
  none: (query: string) => `Ingen annan idé med ”${query}”`,
  found: (count: number) => (count === 1 ? '1 idé att välja' : `${count} idéer att välja`),
  choose: 'Välj',
  chooseOf: (title: string) => `Välj ”${title}”`,
  both: 'Så här blir det',
  goes: 'Går upp i den andra',
  stays: 'Lever vidare',
  swap: 'Byt plats',
  other: 'Välj en annan idé',
  together: (supports: number) =>
    supports === 0
      ? 'Ingen stöder någon av dem än.'
      : supports === 1
        ? 'Tillsammans har de stöd av 1 person.'
        : `Tillsammans har de stöd av ${supports} personer. Var och en räknas en gång.`,
  reason: 'Varför hör de ihop?',
  reasonHint: 'Båda författarna läser det. Skriv så att de förstår.',
  reasonMissing: 'Skriv varför. En mening räcker.',
  confirm: 'Slå ihop',
  cancel: 'Avbryt',
  mayNot: 'Idéer slås ihop av idécoach, chef eller ledning. Säg till någon av dem om du ser två som hör ihop.',
  mayNotRegion: 'Idéer slås ihop av regional samordnare.',
  notFrom: (stage: string) => `En idé som är ${stage.toLocaleLowerCase('sv')} kan inte slås ihop med en annan.`,
  already: 'Idén är redan sammanslagen med en annan.',
  gone: 'Den idé du valde finns inte kvar att slå ihop med. Välj en annan.',
  // On the page of the one that was merged
  livesOn: 'Idén lever vidare tillsammans med en annan',
  livesOnIn: 'Den här idén har slagits ihop med',
  directed: 'Stöd och kommentarer hör hemma där. Det som redan fanns här följde med.',
  notHere: 'Den idé som lever vidare finns inte på den här enheten än. Den kommer när det finns kontakt.',
  commentMoved: 'Kommentaren du hade börjat på finns kvar. Den väntar på den idé som lever vidare.',
  // On the page of the one that lives on
  from: 'Sammanslagen från',
  fromIdea: (title: string) => `Från ”${title}”`,
  by: (name: string, when: string) => `Slogs ihop av ${name} ${when}`,
  undo: 'Ångra sammanslagningen',
  undoOf: (title: string) => `Ångra sammanslagningen med ”${title}”`,
  undoTitle: 'Ångra sammanslagningen?',
  undoLead: (title: string) => `”${title}” blir en egen idé igen, med det stöd och de kommentarer som gavs till den.`,
  undoReason: 'Varför ska de skiljas åt?',
  undone: 'Idéerna är isär igen. Det är sparat på enheten.'
};

const en: typeof sv = {
  title: 'Merge two ideas',
  lead: 'Two ideas about the same thing become one. Support, comments and authors come along, and it can be undone.',
  back: 'To the idea',
  search: 'Search for the idea that shall live on',
  searchHint: 'Write a few words from the other idea.',
  none: (query: string) => `No other idea with “${query}”`,
  found: (count: number) => (count === 1 ? '1 idea to choose' : `${count} ideas to choose`),
  choose: 'Choose',
  chooseOf: (title: string) => `Choose “${title}”`,
  both: 'This is what happens',
  goes: 'Becomes part of the other',
  stays: 'Lives on',
  swap: 'Change places',
  other: 'Choose another idea',
  together: (supports: number) =>
    supports === 0
      ? 'Nobody supports either of them yet.'
      : supports === 1
        ? 'Together they are supported by 1 person.'
        : `Together they are supported by ${supports} people. Each is counted once.`,
  reason: 'Why do they belong together?',
  reasonHint: 'Both authors read it. Write so that they understand.',
  reasonMissing: 'Write why. One sentence is enough.',
  confirm: 'Merge',
  cancel: 'Cancel',
  mayNot:
    'Ideas are merged by an idea coach, a manager or the leadership. Tell one of them if you see two that belong together.',
  mayNotRegion: 'Ideas are merged by the regional coordinator.',
  notFrom: (stage: string) => `An idea at the stage “${stage}” cannot be merged with another.`,
  already: 'The idea is already merged with another.',
  gone: 'The idea you chose is no longer there to merge with. Choose another.',
  livesOn: 'The idea lives on together with another',
  livesOnIn: 'This idea has been merged with',
  directed: 'Support and comments belong there. What was here already came along.',
  notHere: 'The idea that lives on is not on this device yet. It comes when there is contact.',
  commentMoved: 'The comment you had begun is kept. It waits on the idea that lives on.',
  from: 'Merged from',
  fromIdea: (title: string) => `From “${title}”`,
  by: (name: string, when: string) => `Merged by ${name} ${when}`,
  undo: 'Undo the merge',
  undoOf: (title: string) => `Undo the merge with “${title}”`,
  undoTitle: 'Undo the merge?',
  undoLead: (title: string) =>
    `“${title}” becomes an idea of its own again, with the support and comments that were given to it.`,
  undoReason: 'Why shall they be apart?',
  undone: 'The ideas are apart again. It is saved on the device.'
};

export const mergeWords = inLanguage(sv, en);
