import escodegen from 'escodegen';
import esprima from 'esprima';
import { createContext, Script } from 'node:vm';
import { getQuickJS, type QuickJSContext } from 'quickjs-emscripten';
import { actorOf, type Player, type Wild } from './cast.ts';

/** One run of the design document's function: `ok`, or the text of its refusal. */
export type Verdict = (next: Wild, previous: Wild | null, player: Player, space?: string) => string;

/** Runs every case of a batch inside the engine, so that only the engine is timed. */
export interface Engine {
  readonly verdict: Verdict;
  /** Checks one document `times` times; gives the seconds it took. */
  measure(next: Wild, player: Player, times: number): number;
}

// Called with JSON text, as CouchDB's query server is: own `__proto__` fields and all.
const HARNESS = `
(function (source) {
  var validate = (0, eval)('(' + source + ')');
  return {
    verdict: function (text) {
      var given = JSON.parse(text);
      try {
        validate(given.next, given.previous, given.user, { admins: {}, members: {} });
        return 'ok';
      } catch (error) {
        if (error && error.forbidden) return error.forbidden;
        return 'threw: ' + (error && error.unauthorized ? 'unauthorized ' + error.unauthorized : String(error && error.stack || error));
      }
    },
    measure: function (text, times) {
      var given = JSON.parse(text);
      var started = Date.now();
      for (var index = 0; index < times; index++) validate(given.next, given.previous, given.user, {});
      return (Date.now() - started) / 1000;
    }
  };
})`;

const given = (next: Wild, previous: Wild | null, player: Player, space?: string): string => {
  const { id, roles, space: db } = actorOf(player, space);
  return JSON.stringify({ next, previous, user: { name: id, roles, db } });
};

// What one of CouchDB's engines lacks, or is newer than ES2017.
const BEYOND = `
  ['Intl', 'Promise', 'Proxy', 'Reflect', 'WeakRef', 'FinalizationRegistry', 'BigInt', 'Atomics', 'WebAssembly', 'globalThis',
   'SharedArrayBuffer', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
   'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'AggregateError', 'console',
   'Iterator', 'SuppressedError', 'escape', 'unescape']
    .forEach(function (name) { delete this[name]; }, this);
  ['normalize', 'localeCompare', 'matchAll', 'replaceAll', 'at', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed',
   'toLocaleLowerCase', 'toLocaleUpperCase'].forEach(function (name) { delete String.prototype[name]; });
  ['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'toLocaleString']
    .forEach(function (name) { delete Array.prototype[name]; });
  ['fromEntries', 'hasOwn', 'groupBy'].forEach(function (name) { delete Object[name]; });
  ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].forEach(function (name) { delete Date.prototype[name]; });
`;

interface Harness {
  verdict(text: string): string;
  measure(text: string, times: number): number;
}

/** The function in a bare `node:vm` context, with everything taken away that CouchDB might lack. */
export function bareEngine(source: string): Engine {
  const context = createContext(Object.create(null) as object);
  new Script(BEYOND).runInContext(context);
  const harness = (new Script(HARNESS).runInContext(context) as (source: string) => Harness)(source);
  return {
    verdict: (next, previous, player, space) => harness.verdict(given(next, previous, player, space)),
    measure: (next, player, times) => harness.measure(given(next, null, player), times)
  };
}

/** The function in QuickJS itself, which is CouchDB's other engine. */
export async function quickEngine(source: string): Promise<Engine & { dispose(): void }> {
  const quick = (await getQuickJS()).newContext();
  const evaluate = (code: string) => quick.unwrapResult(quick.evalCode(code));
  evaluate(`var harness = (${HARNESS})(${JSON.stringify(source)});`).dispose();
  return {
    verdict: (next, previous, player, space) =>
      quick.getString(call(quick, 'verdict', JSON.stringify(given(next, previous, player, space)))),
    measure: (next, player, times) =>
      quick.getNumber(call(quick, 'measure', `${JSON.stringify(given(next, null, player))}, ${times}`)),
    dispose: () => quick.dispose()
  };
}

const call = (quick: QuickJSContext, method: string, args: string) =>
  quick.unwrapResult(quick.evalCode(`harness.${method}(${args})`));

/** What CouchDB's SpiderMonkey does with a function before it runs it: parse as ES2017, write out again. */
export const rewritten = (source: string): string =>
  escodegen.generate(esprima.parseScript('(' + source + ')')).replace(/;$/, '');
