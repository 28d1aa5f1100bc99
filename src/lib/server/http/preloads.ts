const MODULE = /<([^>]+)>; rel="modulepreload"/g;

/**
 * A page with what it loads named in its head. Kit names it in a `Link` header, which grows past
 * what a proxy takes: nginx answers 502 above 4 kB. Styles need no naming, since the page has them.
 */
export async function preloadsInPage(response: Response): Promise<Response> {
  const link = response.headers.get('link');
  if (link === null || !(response.headers.get('content-type') ?? '').startsWith('text/html')) return response;
  const tags = [...link.matchAll(MODULE)].map(([, href]) => `<link rel="modulepreload" href="${href}">`);
  const page = (await response.text()).replace('</head>', () => tags.join('') + '</head>');
  const headers = new Headers(response.headers);
  headers.delete('link');
  headers.delete('content-length');
  return new Response(page, { status: response.status, headers });
}
