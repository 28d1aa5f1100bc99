// Devices as the server sees them: each its own person with its own connections, a long poll always
// open, and rounds as src/lib/sync runs them (state, push, pull). In a process of its own, and lean,
// since it shares the processors with the server it measures.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {{ id: string, cookie: string, space: string }} Someone
 * @typedef {{ port: number, people: Someone[], milliseconds: number, pushEvery: number }} Asked
 * @typedef {{ version: string, spaces: { name: string, seq: string }[] }} State
 * @typedef {{ last_seq: string, results: { id: string }[] }} Page
 */

const POLL_SECONDS = 25;
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NEED = 'När vi kommer till en ny brukare vet vi inte var lås, larm och hjälpmedel finns. '.repeat(5);

/** @type {Record<string, number[]>} */
const taken = { state: [], push: [], pull: [] };
/** From the server's answer to a push until each other device had it.
 * @type {number[]} */
const told = [];
/** @type {string[]} */
const errors = [];
/** When each idea was acknowledged.
 * @type {Map<string, number>} */
const acknowledged = new Map();
let polls = 0;
let seen = 0;

/** @param {Asked} asked */
async function run({ port, people, milliseconds, pushEvery }) {
  const started = process.cpuUsage();
  const end = Date.now() + milliseconds;
  const lives = people.map((someone, index) => live(someone, index / people.length));
  await Promise.all(lives);
  const { user, system } = process.cpuUsage(started);
  return { taken, told, errors, polls, pushed: acknowledged.size, seen, cpu: (user + system) / 1000 };

  /**
   * @param {Someone} someone
   * @param {number} share where among the devices it is: they do not wake all at once, nor send
   */
  async function live({ id, cookie, space }, share) {
    const agent = new Agent({ keepAlive: true });
    const headers = {
      cookie,
      'x-ideslussen-person': id,
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate'
    };
    /** @param {string} method @param {string} path @param {string} [body] */
    const ask = async (method, path, body) => {
      const { status, text } = await send({ agent, port, method, path, headers }, body);
      if (status !== 200 && status !== 201) throw new Error(`${method} ${path.replace(/[?].*/, '')}: ${status}`);
      return JSON.parse(text);
    };
    /** @template T @param {number[]} times @param {() => Promise<T>} work */
    const timed = async (times, work) => {
      const from = performance.now();
      const answer = await work();
      times.push(performance.now() - from);
      return answer;
    };
    let version = '';
    let since = '';
    const round = async (/** @type {boolean} */ isPushing) => {
      /** @type {State} */
      const state = await timed(taken['state'], () => ask('GET', '/sync'));
      version = state.version;
      if (isPushing) {
        const idea = newIdea(id);
        const body = JSON.stringify({ docs: [idea] });
        const rows = await timed(taken['push'], () => ask('POST', `/db/${space}/_bulk_docs`, body));
        if (rows[0]?.ok !== true) errors.push('refused: ' + JSON.stringify(rows));
        acknowledged.set(idea._id, performance.now());
      }
      const seq = state.spaces.find(({ name }) => name === space)?.seq;
      if (since === '') since = seq ?? '';
      if (seq === since) return;
      const query = new URLSearchParams({ conflicts: 'true', include_docs: 'true', since, limit: '2000' });
      /** @type {Page} */
      const page = await timed(taken['pull'], () => ask('GET', `/db/${space}/_changes?${query}`));
      since = page.last_seq;
      seen += page.results.length;
      for (const row of page.results) {
        const at = acknowledged.get(row.id);
        if (at !== undefined) told.push(performance.now() - at);
      }
    };
    /** One round at a time, as on a device.
     * @type {Promise<unknown>} */
    let last = Promise.resolve();
    const next = (/** @type {boolean} */ isPushing) =>
      (last = last.then(() => round(isPushing)).catch((/** @type {Error} */ error) => errors.push(error.message)));
    const pushing = async () => {
      for (let at = Date.now() + share * pushEvery; at < end; at += pushEvery) {
        await pause(at - Date.now());
        await next(true);
      }
    };
    await pause(share * 20_000);
    await next(false);
    void pushing();
    while (Date.now() < end) {
      try {
        const wait = Math.min(POLL_SECONDS, Math.ceil((end - Date.now()) / 1000));
        const state = await ask('GET', `/sync?wait=${wait}&known=${encodeURIComponent(version)}`);
        polls += 1;
        if (state.version !== version) await next(false);
      } catch (error) {
        errors.push('poll: ' + /** @type {Error} */ (error).message);
        await pause(1000);
      }
    }
    await last;
    agent.destroy();
  }
}

/**
 * @param {import('node:http').RequestOptions} options
 * @param {string} [body]
 * @returns {Promise<{ status: number, text: string }>}
 */
const send = (options, body) =>
  new Promise((resolve, reject) => {
    if (body !== undefined)
      options.headers = {
        ...options.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body)
      };
    const asked = request(options, (answer) => {
      /** @type {Buffer[]} */
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
        resolve({ status: answer.statusCode ?? 0, text: text.toString() });
      });
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** @param {string} by */
function newIdea(by) {
  const random = Array.from({ length: 16 }, () => DIGITS[Math.floor(Math.random() * 32)]).join('');
  let [time, stamp] = [Date.now(), ''];
  for (let digit = 0; digit < 10; digit++) [time, stamp] = [Math.floor(time / 32), DIGITS[time % 32] + stamp];
  const at = new Date().toISOString();
  return { _id: 'idea:' + stamp + random, v: 1, by, at, title: 'Under last', need: NEED, proposal: '' };
}

process.once('message', (/** @type {Asked} */ asked) => {
  void run(asked).then((result) => process.send?.(result, () => process.exit(0)));
});
