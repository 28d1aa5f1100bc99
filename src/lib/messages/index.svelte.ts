import * as capture from './capture.ts';
import * as ideas from './ideas.ts';
import * as refusals from './refusals.ts';
import * as settings from './settings.ts';
import * as shell from './shell.ts';
import * as sync from './sync.ts';

export type Language = 'sv' | 'en';

const KEY = 'ideslussen.language';

const swedish = {
  shell: shell.sv,
  ideas: ideas.sv,
  capture: capture.sv,
  sync: sync.sv,
  settings: settings.sv,
  refusals: refusals.sv
};

/** Every word there is, whatever the language. */
export type Words = typeof swedish;

const remembered = (): Language => {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'en' ? 'en' : 'sv';
  } catch {
    // Storage may be closed to us; Swedish then.
    return 'sv';
  }
};

let current = $state<Language>('sv');
let words = $state.raw<Words>(swedish);

/** Every word on the screen, in the language chosen: `m().ideas.title`. Followed by whatever reads it. */
export const m = (): Words => words;

/** The language chosen. */
export const language = (): Language => current;

/**
 * Words of one part of the app, which come with the pages that say them and not with the first screen:
 * `const words = inLanguage(sv, en)` in their own file.
 */
export const inLanguage =
  <W>(sv: W, en: W): (() => W) =>
  () =>
    current === 'sv' ? sv : en;

async function choose(next: Language): Promise<void> {
  words = next === 'sv' ? swedish : (await import('./english.ts')).english;
  current = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** Takes up the language chosen last time. Await before anything is shown. */
export async function resumeLanguage(): Promise<void> {
  try {
    await choose(remembered());
  } catch {
    // Words that cannot be had must not keep anybody from theirs: Swedish then.
    await choose('sv');
  }
}

/** Changes the language as soon as its words are here, and for next time. Rejects where they cannot be had. */
export async function setLanguage(next: Language): Promise<void> {
  await choose(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Then it holds for as long as the page is open.
  }
}
