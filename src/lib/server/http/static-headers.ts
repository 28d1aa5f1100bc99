import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from './headers.ts';

// What may stand beside the policy that a prerendered page carries in itself: a page cannot say in
// itself who may frame it.
const FOR_FILES = "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const FOR_SCRIPTS = "default-src 'self'; frame-ancestors 'none'";

/**
 * Gives files and prerendered pages the same headers as everything else. The adapter answers those
 * before any hook of ours, so they are set when Node tells of a request; hooks may replace them.
 * @param isHttps whether a header of that name says that the browser came over https
 */
export function guardEveryAnswer(isHttps: (header: (name: string) => string | undefined) => boolean): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const isScript = /\.js$/.test(request.url?.split('?')[0] ?? '');
    response.setHeader('content-security-policy', isScript ? FOR_SCRIPTS : FOR_FILES);
    for (const [name, value] of securityHeaders(isHttps((header) => request.headers[header]?.toString())))
      response.setHeader(name, value);
  });
}
