import { readdirSync } from 'node:fs';

const ROUTES = 'src/routes';

/** Every page there is, as SvelteKit finds it: `/`, `/ideer/[id]/andra`. A page that is added is tested from that day. */
export const pageRoutes = (): string[] =>
  readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .map((file) => '/' + file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('/+page.svelte'))
    .map((file) => file.slice(0, -'/+page.svelte'.length) || '/')
    .sort();

/** A page's address with its parameters filled in; throws at one that nobody has thought of. */
export const addressOf = (route: string, parameters: Readonly<Record<string, string>>): string =>
  route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${route}: the tests need an example of ${name}`);
    return value;
  });

/** The pages that need no sign-in. */
export const PUBLIC = ['/logga-in', '/offline', '/om', '/tillganglighet'];
