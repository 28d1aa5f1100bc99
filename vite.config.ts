import { sveltekit } from '@sveltejs/kit/vite';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';
import { languages } from './scripts/languages.ts';
import { rulesBundle } from './scripts/rules-bundle.ts';
import { shellChunk } from './scripts/shell-chunk.ts';

// The service worker is built before prerendering, so the offline page is named by hand; its
// revision follows everything that can change it.
const offlineRevision = createHash('sha256')
  .update(readFileSync('src/app.html', 'utf8'))
  .update(readFileSync('package.json', 'utf8'))
  .update(String(Date.now()))
  .digest('hex')
  .slice(0, 16);

export default defineConfig({
  plugins: [
    rulesBundle(),
    languages(),
    sveltekit(),
    shellChunk(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      outDir: '.svelte-kit/output/client',
      injectRegister: false,
      registerType: 'prompt',
      manifest: false,
      injectManifest: {
        globDirectory: '.svelte-kit/output/client',
        globPatterns: ['**/*.{js,css,svg,png,webmanifest,woff2}'],
        globIgnores: ['screenshots/**'],
        // Named after what is in them: what the first page has fetched is not fetched again.
        dontCacheBustURLsMatching: /_app\/immutable\//,
        maximumFileSizeToCacheInBytes: 3_000_000,
        additionalManifestEntries: [{ url: '/offline', revision: offlineRevision }]
      }
    })
  ],
  build: { target: 'es2022' },
  worker: { format: 'es' },
  ssr: { noExternal: ['personnummer', 'virtua', 'bits-ui'] }
});
