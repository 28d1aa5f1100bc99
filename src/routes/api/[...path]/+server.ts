import type { RequestHandler } from '@sveltejs/kit';
import { theServer } from '#lib/server/running.ts';

export const prerender = false;
export const trailingSlash = 'ignore';

export const fallback: RequestHandler = (event) => theServer().respond(event.request, () => event.getClientAddress());
