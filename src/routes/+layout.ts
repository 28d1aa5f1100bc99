import { prepareSession } from '#lib/app/session.svelte.ts';
import { resumeLanguage } from '#lib/messages/index.svelte.ts';

// Everything a page shows is on the device; there is nothing for a server to render.
export const ssr = false;

// Before anything is shown: nothing flashes by in another language, or as to somebody who is not signed in.
export const load = async () => {
  await Promise.all([resumeLanguage(), prepareSession()]);
};
