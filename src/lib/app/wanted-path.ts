/**
 * Where somebody is to come after signing in: an address within this app, whatever was asked for.
 * @param wanted from the address bar, so from anybody
 */
export function wantedPath(wanted: string | null, origin: string): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  // As the browser reads it: two slashes, backslashes and tabs among them lead out of the app.
  const url = new URL(wanted, origin);
  return url.origin === origin && !/^\/(logga-in|auth|db|sync|healthz)(\/|$)/.test(url.pathname)
    ? url.pathname + url.search + url.hash
    : '/';
}
