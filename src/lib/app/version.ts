import { version as build } from '$app/environment';
import { version } from '../../../package.json';

/** What runs here: the version people speak of, and the build it is. */
export const running = { version, build } as const;
