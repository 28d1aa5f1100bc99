import { inLanguage } from './index.svelte.ts';

const days = (count: number): string => (count <= 0 ? 'i dag' : count === 1 ? '1 dag' : `${count} dagar`);
const daysInEnglish = (count: number): string => (count <= 0 ? 'today' : count === 1 ? '1 day' : `${count} days`);

/** Words of the board. */
const sv = {
  title: 'Tavla',
  lead: 'Var idéerna är, och hur länge de har legat där.',
  back: 'Idéer',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  stage: 'Läge',
  stageCount: (stage: string, count: number) => `${stage} (${count})`,
  aside: (parts: string) => `Visa även ${parts}`,
  hideAside: 'Visa bara de vanliga lägena',
  count: (count: number) => (count === 1 ? '1 idé' : `${count.toLocaleString('sv')} idéer`),
  ages: (mean: number, oldest: number) =>
    mean === oldest ? `äldst ${days(oldest)}` : `i snitt ${days(mean)} · äldst ${days(oldest)}`,
  empty: 'Inga idéer här.',
  more: 'Visa fler',
  age: (count: number) => (count <= 0 ? 'Hit i dag' : `Här i ${days(count)}`),
  overdue: 'Svaret är försenat',
  due: (day: string) => `Svar senast ${day}`,
  paused: 'Väntar på den som lämnade idén',
  disputed: 'Två beslut',
  move: 'Flytta',
  moveOf: (title: string) => `Flytta ”${title}”`,
  moveTo: (title: string, stage: string) => `Flytta ”${title}” till ${stage}`,
  settleFirst: 'Välj mellan två beslut',
  hint: 'Dra ett kort till ett annat läge, eller tryck på Flytta. Varje flytt är ett beslut med skäl.',
  hintPhone: 'Tryck på Flytta för att ge en idé ett nytt läge. Varje flytt är ett beslut med skäl.',
  mayNot: 'Idéer flyttas av idécoach, chef eller ledning.',
  mayNotRegion: 'Idéer flyttas av regional samordnare.',
  picked: (title: string) => `”${title}” följer med. Släpp i ett annat läge, eller tryck Escape för att ångra.`,
  dropHere: 'Släpp här',
  here: 'Här ligger den nu',
  noStep: (from: string) => `Hit går det inte direkt från ${from}`,
  notMoved: (title: string, why: string) => `”${title}” flyttades inte. ${why}.`,
  moved: (title: string, stage: string) => `”${title}” är nu ${stage}. Beslutet är sparat på enheten.`,
  undo: 'Ångra',
  undone: (title: string, stage: string) => `Ångrat. ”${title}” är åter ${stage}.`,
  noPlace: 'Tavlan visar en kommuns idéer. Ditt konto hör inte till någon kommun.'
};

const en: typeof sv = {
  title: 'Board',
  lead: 'Where the ideas are, and how long they have been there.',
  back: 'Ideas',
  unit: 'Unit',
  allUnits: 'All units',
  stage: 'Stage',
  stageCount: (stage: string, count: number) => `${stage} (${count})`,
  aside: (parts: string) => `Also show ${parts}`,
  hideAside: 'Show the ordinary stages only',
  count: (count: number) => (count === 1 ? '1 idea' : `${count.toLocaleString('en')} ideas`),
  ages: (mean: number, oldest: number) =>
    mean === oldest
      ? `oldest ${daysInEnglish(oldest)}`
      : `on average ${daysInEnglish(mean)} · oldest ${daysInEnglish(oldest)}`,
  empty: 'No ideas here.',
  more: 'Show more',
  age: (count: number) => (count <= 0 ? 'Came here today' : `Here for ${daysInEnglish(count)}`),
  overdue: 'The answer is overdue',
  due: (day: string) => `Answer by ${day}`,
  paused: 'Waits for whoever left the idea',
  disputed: 'Two decisions',
  move: 'Move',
  moveOf: (title: string) => `Move “${title}”`,
  moveTo: (title: string, stage: string) => `Move “${title}” to ${stage}`,
  settleFirst: 'Choose between two decisions',
  hint: 'Drag a card to another stage, or press Move. Each move is a decision with a reason.',
  hintPhone: 'Press Move to give an idea another stage. Each move is a decision with a reason.',
  mayNot: 'Ideas are moved by an idea coach, a manager or the leadership.',
  mayNotRegion: 'Ideas are moved by the regional coordinator.',
  picked: (title: string) => `“${title}” comes along. Let go in another stage, or press Escape to leave it.`,
  dropHere: 'Let go here',
  here: 'It is here now',
  noStep: (from: string) => `There is no step here from ${from}`,
  notMoved: (title: string, why: string) => `“${title}” was not moved. ${why}.`,
  moved: (title: string, stage: string) => `“${title}” is now ${stage}. The decision is saved on the device.`,
  undo: 'Undo',
  undone: (title: string, stage: string) => `Undone. “${title}” is ${stage} again.`,
  noPlace: 'The board shows the ideas of a municipality. Your account belongs to none.'
};

export const boardWords = inLanguage(sv, en);
