import { expect, test } from 'vitest';
import { preloadsInPage } from './preloads.ts';

const LINK =
  '</a.css>; rel="preload"; as="style"; nopush, </x.js>; rel="modulepreload"; nopush, </y.js>; rel="modulepreload"; nopush';

test('what a page loads stands in the page and no longer in its headers', async () => {
  const headers = { 'content-type': 'text/html', link: LINK, 'content-length': '40', etag: '"1"' };
  const response = await preloadsInPage(new Response('<head><title>$&</title></head><body>', { status: 404, headers }));
  expect(await response.text()).toBe(
    '<head><title>$&</title><link rel="modulepreload" href="/x.js"><link rel="modulepreload" href="/y.js"></head><body>'
  );
  expect([...response.headers.keys()]).toEqual(['content-type', 'etag']);
  expect(response.status).toBe(404);
});

test('an answer that is no page is left as it is', async () => {
  const response = new Response('{}', { headers: { 'content-type': 'application/json', link: LINK } });
  expect(await preloadsInPage(response)).toBe(response);
});
