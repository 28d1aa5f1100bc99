// Puts docs/reliability.md together from what the runs left: a part for each misfortune, and the simulation's totals.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const PARTS = 'test-results/chaos';
const KEPT = 'docs/reliability.json';
const SIMULATION = 'docs/simulation.json';

/**
 * @typedef {{ scenario: string, browser: string, tried: string, seed?: number, times: number, promised: number,
 *   lost: string[], note?: string, seconds?: number }} Part
 * @typedef {{ seeds: number, first: number, last: number, steps: number, requests: number, accepted: number,
 *   wrong: number, faults: Record<string, number>,
 *   mutants?: { name: string, seed: number, fault: string, met: string[] }[] }} Simulation
 */

/**
 * @template T
 * @param {string} file
 * @returns {T | undefined}
 */
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @param {readonly string[]} cells */
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

/** @param {number} count */
const thousands = (count) => count.toLocaleString('en').replaceAll(',', ' ');

/** @param {Part} part */
const partRow = ({ browser, tried, times, promised, lost, note = '', seed }) =>
  row([
    browser,
    tried,
    String(times),
    thousands(promised),
    lost.length === 0 ? 'nothing' : `**${lost.length}**: ${lost.slice(0, 3).join('; ')}`,
    note,
    seed === undefined ? '' : String(seed)
  ]);

/** @param {Simulation} simulation */
const simulated = ({ first, last, seeds, steps, requests, accepted, wrong, faults, mutants }) => [
  '## Simulated',
  '',
  `The engine, the store and the rules as they are, in ${thousands(seeds)} runs (seeds ${first} to ${last}) of ${thousands(steps)} steps ` +
    `in all: ${thousands(accepted)} writes that somebody was told are saved, ${thousands(requests)} requests. ` +
    `Runs in which something was lost, doubled, seen by somebody who may not, or did not come to rest: **${wrong}**.`,
  '',
  row(['Misfortune', 'Times']),
  '|---|---|',
  ...Object.entries(faults)
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => row([name, thousands(times)])),
  '',
  ...(mutants === undefined
    ? []
    : [
        '### Engines that are wrong, and what found them',
        '',
        'Each is the engine with one mistake put in. The seed is the first whose run goes wrong; the misfortunes are those left when the run is shrunk.',
        '',
        row(['Mistake', 'Seed', 'What was seen', 'In a run with']),
        '|---|---|---|---|',
        ...mutants.map(({ name, seed, fault, met }) =>
          row([name, String(seed), fault, met.join(', ') || 'a good day'])
        ),
        ''
      ])
];

/** Writes the page. A part that was run anew replaces what it said before. */
export function writeReliability() {
  /** @type {Record<string, Part>} */
  const parts = readJson(KEPT) ?? {};
  mkdirSync(PARTS, { recursive: true });
  for (const name of readdirSync(PARTS).filter((each) => each.endsWith('.json'))) {
    const part = /** @type {Part} */ (readJson(`${PARTS}/${name}`));
    parts[`${part.browser}: ${part.scenario}`] = part;
  }
  writeFileSync(KEPT, JSON.stringify(parts, null, 2) + '\n');
  /** @type {Simulation | undefined} */
  const simulation = readJson(SIMULATION);
  const lines = [
    '# Reliability',
    '',
    'Written by `npm run chaos`, `npm run browsers` and `npm run simulate`. A promise is the words *Sparad på enheten*, or an answer of the server that it has a document. Lost is every promise that could not be found afterwards, once and whole, its picture too.',
    '',
    '## In real browsers, against the real server',
    '',
    row(['Browser', 'What was tried', 'Times', 'Promises', 'Lost', 'Also', 'Seed']),
    '|---|---|---|---|---|---|---|',
    ...Object.values(parts).map(partRow),
    '',
    ...(simulation === undefined || simulation.seeds === undefined ? [] : simulated(simulation))
  ];
  writeFileSync('docs/reliability.md', lines.join('\n').trimEnd() + '\n');
}
