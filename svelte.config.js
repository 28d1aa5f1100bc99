import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ precompress: true }),
    // vite-plugin-pwa builds the service worker; Kit must not find one of its own.
    files: { serviceWorker: 'src/no-kit-service-worker' },
    serviceWorker: { register: false },
    // hooks.server.ts refuses what comes from other sites, whatever it is. Kit would also refuse forms that no page
    // sends, and by such a one mail programs end subscriptions (RFC 8058).
    csrf: { trustedOrigins: ['*'] },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        // The hash is Kit's own announcer of page titles, which hides itself by a style attribute.
        'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'blob:', 'data:'],
        'media-src': ['self', 'blob:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none']
      }
    },
    // The offline page answers for addresses of every depth, so what it loads is named from the root.
    paths: { relative: false },
    // A new build is offered, never forced; the service worker tells of it.
    version: { pollInterval: 0 }
  }
};
