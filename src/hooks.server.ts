import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { setSecurityHeaders } from '#lib/server/http/headers.ts';
import { preloadsInPage } from '#lib/server/http/preloads.ts';
import { faultOf } from '#lib/server/log.ts';
import { startServer, theServer } from '#lib/server/running.ts';

export const init: ServerInit = async () => {
  if (!building) await startServer();
};

export const handle: Handle = async ({ event, resolve }) => {
  if (building) return resolve(event);
  const server = theServer();
  const started = performance.now();
  const response = server.refuse(event.request) ?? (await preloadsInPage(await resolve(event)));
  setSecurityHeaders(response.headers, server.isHttps(event.request));
  server.log.info('request', {
    method: event.request.method,
    // The route and never the path: ids of documents and persons stand in paths.
    route: event.route.id ?? '-',
    status: response.status,
    milliseconds: Math.round(performance.now() - started)
  });
  return response;
};

export const handleError: HandleServerError = ({ error, status }) => {
  if (status !== 404 && !building) theServer().log.error('page-failed', { status, fault: faultOf(error) });
  return { message: status === 404 ? 'not-found' : 'failed' };
};
