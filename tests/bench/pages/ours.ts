import { ulid } from 'ulid';
import type { Actor } from '#lib/domain/actor.ts';
import { captureIdea } from '#lib/domain/ideas/commands.ts';
import { STAGES } from '#lib/domain/ideas/stages.ts';
import { deleteStore, openStore, type Store } from '#lib/store/store.ts';
import { createEngine } from '#lib/sync/engine.ts';
import { httpHub } from '#lib/sync/http-hub.ts';
import type { Hub, HubState } from '#lib/sync/hub.ts';

// The product's own engine and store, without its pages.
const SCREEN = 20;
const CLEARING_MS = 3_000;

const now = (): string => new Date().toISOString();

async function round(store: Store, hub: Hub = httpHub(location.origin, store.person), told?: HubState): Promise<void> {
  const engine = createEngine({ hub, store, now });
  const { outcome } = await engine.round(told);
  if (outcome !== 'done') throw new Error(outcome);
}

/** A first sync into an empty device. `screen`: when a list's first rows were there to be seen. */
async function firstSync(person: string): Promise<{ ms: number; ideas: number; screen: number }> {
  await deleteStore(person);
  // The browser goes on clearing what was deleted, which is nothing a new device has to do.
  await new Promise((resolve) => setTimeout(resolve, CLEARING_MS));
  const started = performance.now();
  const store = openStore(person);
  let screen = 0;
  const watching = store
    .observe(() => store.ideaPage({}, SCREEN))
    .subscribe((rows) => {
      if (screen === 0 && rows.length === SCREEN) screen = performance.now() - started;
    });
  await round(store);
  const ms = performance.now() - started;
  const ideas = (await store.ideaIds({})).length;
  watching.unsubscribe();
  store.close();
  return { ms, ideas, screen };
}

/** The same without anybody watching the list, as the others are measured. */
async function plainSync(person: string): Promise<{ ms: number; ideas: number }> {
  await deleteStore(person);
  const started = performance.now();
  const store = openStore(person);
  await round(store);
  const ms = performance.now() - started;
  const ideas = (await store.ideaIds({})).length;
  store.close();
  return { ms, ideas };
}

/** From being told that there is news until the first screen of the list, which somebody looks at, has it. */
async function catchUp(person: string): Promise<{ ms: number; ideas: number }> {
  const store = openStore(person);
  const ideasBefore = (await store.ideaIds({})).length;
  const hub = httpHub(location.origin, store.person);
  let before: ReadonlySet<string> | undefined;
  let noticed = (): void => undefined;
  const isLooking = new Promise<void>((resolve) => (noticed = resolve));
  let shown = (_at: number): void => undefined;
  const isShown = new Promise<number>((resolve) => (shown = resolve));
  const watching = store
    .observe(() => store.ideaPage({}, SCREEN))
    .subscribe((rows) => {
      if (before?.isSupersetOf(new Set(rows.map(({ key }) => key))) === false) shown(performance.now());
      before ??= new Set(rows.map(({ key }) => key));
      noticed();
    });
  await isLooking;
  // What the long poll answers with when there is news: the round is woken by it.
  const told = await hub.state();
  const started = performance.now();
  const [ms] = await Promise.all([isShown.then((at) => at - started), round(store, hub, told)]);
  const ideas = (await store.ideaIds({})).length - ideasBefore;
  watching.unsubscribe();
  store.close();
  return { ms, ideas };
}

interface Idle {
  readonly requests: number;
  readonly bytes: number;
}

/** Requests to the server while `work` is done, and the bytes of their answers with headers. */
async function counted(work: () => Promise<void>): Promise<Idle> {
  performance.clearResourceTimings();
  await work();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return { requests: entries.length, bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, 0) };
}

async function idle(person: string): Promise<Idle> {
  const store = openStore(person);
  await round(store);
  const found = await counted(() => round(store));
  store.close();
  return found;
}

const actorOf = (person: string, roles: readonly string[], space: string): Actor => ({ id: person, roles, space });

/** Ideas made without contact, then sent and confirmed. */
async function push(
  person: string,
  roles: readonly string[],
  space: string,
  count: number
): Promise<Idle & { ms: number; documents: unknown[] }> {
  const store = openStore(person);
  const documents = Array.from({ length: count }, (_, number) => {
    const input = { title: 'Skriven utan kontakt ' + number, need: 'Ett behov', proposal: '', hidden: false };
    const made = captureIdea(input, { actor: actorOf(person, roles, space), now: now(), newId: ulid });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return { document: made.value };
  });
  await store.accept({ space, documents });
  let ms = 0;
  const sent = await counted(async () => {
    const started = performance.now();
    await round(store);
    ms = performance.now() - started;
  });
  const { waiting } = await store.counts();
  if (waiting > 0) throw new Error(waiting + ' still wait');
  store.close();
  return { ...sent, ms, documents: documents.map(({ document }) => document) };
}

interface Captured {
  /** From Spara's call to the idea in the page, by the list's own live query. */
  readonly taken: number[];
  /** From the same until it is known to be on the disk, and said to be saved. */
  readonly saved: number[];
}

async function capture(person: string, roles: readonly string[], space: string, times: number): Promise<Captured> {
  const store = openStore(person);
  const list = document.body.appendChild(document.createElement('ul'));
  let shown = (_title: string): void => undefined;
  const watching = store
    .observe(() => store.ideaPage({}, SCREEN))
    .subscribe((rows) => {
      list.replaceChildren(
        ...rows.map((row) => Object.assign(document.createElement('li'), { textContent: row.document.title }))
      );
      shown(list.firstElementChild?.textContent ?? '');
    });
  const taken: number[] = [];
  const saved: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const title = 'Fångad ' + ulid();
    const input = { title, need: 'Ett behov', proposal: '', hidden: false };
    const isShown = new Promise<number>(
      (resolve) => (shown = (first) => first === title && resolve(performance.now()))
    );
    const started = performance.now();
    const made = captureIdea(input, { actor: actorOf(person, roles, space), now: now(), newId: ulid });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    await store.accept({ space, documents: [{ document: made.value }] });
    saved.push(performance.now() - started);
    taken.push((await isShown) - started);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  watching.unsubscribe();
  list.remove();
  store.close();
  return { taken, saved };
}

/** A list by unit and stage with its first screen, once for each pair. */
async function lists(person: string, times: number): Promise<number[]> {
  const store = openStore(person);
  const units = [...new Set((await store.ideaRows(await store.ideaIds({}))).map((row) => row?.unit ?? ''))];
  // The directory is read once when the app starts.
  await store.ideaIds({});
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const filter = { unit: units[turn % units.length]!, stage: STAGES[turn % 3]! };
    const started = performance.now();
    const { keys } = await store.filteredIdeas(filter, { today: now().slice(0, 10) });
    await store.ideaRows(keys.slice(0, SCREEN));
    taken.push(performance.now() - started);
  }
  store.close();
  return taken;
}

Object.assign(globalThis, { ours: { firstSync, plainSync, catchUp, idle, push, capture, lists } });
