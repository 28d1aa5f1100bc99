import { MediaQuery } from 'svelte/reactivity';

/** Whether unit, stage and area have room on the page; in the reader's own rem, so that large text gets the sheet. */
export const roomy = new MediaQuery('width >= 48rem');

/** Whether every button has room beside the search. */
export const wide = new MediaQuery('width >= 64rem');
