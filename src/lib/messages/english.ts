import { en as capture } from './capture.ts';
import { en as ideas } from './ideas.ts';
import type { Words } from './index.svelte.ts';
import { en as refusals } from './refusals.ts';
import { en as settings } from './settings.ts';
import { en as shell } from './shell.ts';
import { en as sync } from './sync.ts';

/** Every word on the screen in English: fetched when it is chosen (`scripts/languages.ts` keeps it out of the rest). */
export const english: Words = { shell, ideas, capture, sync, settings, refusals };
