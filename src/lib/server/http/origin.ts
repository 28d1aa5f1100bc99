/**
 * Whether a request that changes something comes from our own pages, or from no page at all.
 * Browsers say where a request comes from on every one that is not a plain reading; programs say
 * nothing, and have no cookie that a page could borrow.
 * @param host what this server is called: the public address's host, or the `Host` header's
 */
export function isOwnOrigin(request: Request, host: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === host && /^https?:/.test(origin);
}
