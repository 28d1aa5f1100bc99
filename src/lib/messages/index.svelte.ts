import * as capture from './capture.ts';
import * as ideas from './ideas.ts';
import * as refusals from './refusals.ts';
import * as settings from './settings.ts';
import * as shell from './shell.ts';
import * as sync from './sync.ts';

export type Language = 'sv' | 'en';

const KEY = 'ideslussen.language';

const languages = {
  sv: {
    shell: shell.sv,
    ideas: ideas.sv,
    capture: capture.sv,
    sync: sync.sv,
    settings: settings.sv,
    refusals: refusals.sv
  },
  en: {
    shell: shell.en,
    ideas: ideas.en,
    capture: capture.en,
    sync: sync.en,
    settings: settings.en,
    refusals: refusals.en
  }
};

const remembered = (): Language => {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'en' ? 'en' : 'sv';
  } catch {
    // Storage may be closed to us; Swedish then.
    return 'sv';
  }
};

let current = $state<Language>(remembered());

/** Every word on the screen, in the language chosen: `m().ideas.title`. Followed by whatever reads it. */
export const m = (): (typeof languages)['sv'] => languages[current];

/** The language chosen. */
export const language = (): Language => current;

/** Changes the language at once and for next time. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Then it holds for as long as the page is open.
  }
}
