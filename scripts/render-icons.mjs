import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

// Draws the icons in static/icons from one mark: the two leaves of an open lock gate, and an idea's
// light rising over the water between them. Run it after changing the mark: `node scripts/render-icons.mjs`.

const OUT = fileURLToPath(new URL('../static/icons/', import.meta.url));
const WATER = '#0b4f5c';
const LEAF = '#d9efe9';
const LIGHT = '#ffc940';

// On a 512 grid, inside the circle (radius 205) that every platform's mask leaves alone.
/** @param {{ leaf: string, light: string, water: string }} colours */
const mark = ({ leaf, light, water }) => `
  <path fill="${light}" d="M186 312a70 70 0 1 1 140 0z"/>
  <path fill="none" stroke="${light}" stroke-width="24" stroke-linecap="round" d="M256 204v-56M202 222l-20 -46M310 222l20 -46"/>
  <path fill="${leaf}" d="M98 150q0-20 18-11l34 17q12 6 12 19v137H98z"/>
  <path fill="${leaf}" d="M414 150q0-20-18-11l-34 17q-12 6-12 19v137h64z"/>
  <path fill="none" stroke="${water}" stroke-width="34" stroke-linecap="round" d="M108 370q37-36 74 0t74 0t74 0t74 0"/>`;

const plus = `<path fill="#fff" stroke="${WATER}" stroke-width="14" d="M362 316h48v58h58v48h-58v58h-48v-58h-58v-48h58z"/>`;

/** @type {(inside: string, ground: string) => string} */
const svg = (inside, ground) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${ground}${inside}\n</svg>\n`;

const FULL = { leaf: LEAF, light: LIGHT, water: '#6cc5c9' };
const WHITE = { leaf: '#fff', light: '#fff', water: '#fff' };
const rounded = `<rect width="512" height="512" rx="112" fill="${WATER}"/>`;
const bleed = `<rect width="512" height="512" fill="${WATER}"/>`;
// Nothing is cut off here, so the mark may be larger.
/** @type {(inside: string) => string} */
const larger = (inside) => `<g transform="translate(256 256) scale(1.2) translate(-256 -264)">${inside}</g>`;

/** @type {(inside: string) => string} */
const shifted = (inside) => `<g transform="translate(256 256) scale(0.94) translate(-256 -262)">${inside}</g>`;

/** Name, side in pixels and source of each. @type {readonly (readonly [string, number, string])[]} */
const PICTURES = [
  ['icon-192.png', 192, svg(larger(mark(FULL)), rounded)],
  ['icon-512.png', 512, svg(larger(mark(FULL)), rounded)],
  ['maskable-512.png', 512, svg(shifted(mark(FULL)), bleed)],
  ['apple-touch-icon.png', 180, svg(larger(mark(FULL)), bleed)],
  ['monochrome-512.png', 512, svg(shifted(mark(WHITE)), '')],
  ['badge-96.png', 96, svg(`<g transform="translate(256 256) scale(1.5) translate(-256 -264)">${mark(WHITE)}</g>`, '')],
  ['new-idea-192.png', 192, svg(larger(mark(FULL)) + plus, rounded)]
];

mkdirSync(OUT, { recursive: true });
writeFileSync(OUT + 'favicon.svg', svg(larger(mark(FULL)), rounded));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
});
try {
  const page = await browser.newPage();
  for (const [name, side, source] of PICTURES) {
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${source}`);
    writeFileSync(OUT + name, new Uint8Array(await page.screenshot({ omitBackground: true })));
  }
} finally {
  await browser.close();
}
