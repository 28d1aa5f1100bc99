import { ulid } from 'ulid';
import { addComment, captureIdea, castSupport, type CommandResult, type Context } from '#lib/domain/ideas/commands.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { grantOf, type Stage } from '#lib/domain/ideas/stages.ts';
import { MUNICIPALITIES } from '#lib/domain/people/municipalities.ts';
import { idOf } from '#lib/core/ids.ts';
import type { Backend, IncomingDocument } from '../couch/backend.ts';
import { type Account, type AccountStore, createAccount, newStamp } from '../identity/accounts.ts';
import { actorIn, introduce } from '../people.ts';
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts';
import type { DemoIdea } from './demo-idea.ts';
import { DEMO_IDEAS, DEMO_UNITS } from './ideas.ts';

const DAY = 24 * 60 * 60 * 1000;
const SEEDED = 'demo';

/**
 * Makes the demo: accounts, units, and ideas with what people said and decided, each written as
 * the person who would have. What is there already is left as it is.
 */
export async function seedDemo(
  backend: Backend,
  accounts: AccountStore,
  municipalities: readonly string[],
  now = new Date()
): Promise<void> {
  const people = new Map<string, Account>();
  for (const wanted of demoAccounts(municipalities)) {
    const found = await accounts.byLogin(wanted.login);
    const made = found === undefined ? await createAccount(accounts, wanted) : undefined;
    // Another app server was first: its account is as good.
    const account = found ?? (made?.ok === true ? made.value : await accounts.byLogin(wanted.login));
    if (account === undefined) throw new Error('no account ' + wanted.login);
    if (account.disabled && (await accounts.verify(account, DEMO_PASSWORD)))
      await accounts.change({ ...account, disabled: false });
    people.set(wanted.login, account);
    await introduce(backend, municipalities, account);
  }
  for (const municipality of municipalities) await seedMunicipality(backend, municipality, people, now);
}

/**
 * Closes what is left of a demo in data that are served in earnest: accounts whose password everybody
 * knows. One that somebody has given a password of its own is theirs.
 */
export async function closeDemoAccounts(accounts: AccountStore): Promise<void> {
  for (const { login } of demoAccounts(MUNICIPALITIES.map(({ slug }) => slug))) {
    const account = await accounts.byLogin(login);
    if (account === undefined || account.disabled || !(await accounts.verify(account, DEMO_PASSWORD))) continue;
    await accounts.change({ ...account, disabled: true, stamp: newStamp() });
  }
}

async function seedMunicipality(
  backend: Backend,
  municipality: string,
  people: ReadonlyMap<string, Account>,
  now: Date
): Promise<void> {
  const space = backend.space(municipality)!;
  // Kept beside the data, and not in them: what was erased since must not come back.
  const seeded = await space.getLocal(SEEDED);
  if (seeded !== undefined) return;
  const drafts = new Drafts(municipality, people, now);
  const units = new Map<string, string>();
  for (const name of (DEMO_UNITS as Record<string, readonly string[]>)[municipality] ?? [])
    units.set(name, drafts.unit(name));
  for (const idea of DEMO_IDEAS) if (idea.municipality === municipality) drafts.idea(idea, units.get(idea.unit));
  for (const { author, documents } of drafts.byAuthor()) {
    const rows = await space.write(documents, true, actorIn(author, municipality));
    const refused = rows.find((row) => !('ok' in row));
    if (refused !== undefined) throw new Error('demo: ' + JSON.stringify(refused));
  }
  await space.putLocal(SEEDED, { at: now.toISOString() });
}

/** The demo's documents, in the order they were written and by whom. */
class Drafts {
  readonly #written: { readonly author: Account; readonly document: IncomingDocument; readonly at: string }[] = [];

  constructor(
    readonly municipality: string,
    readonly people: ReadonlyMap<string, Account>,
    readonly now: Date
  ) {}

  unit(name: string): string {
    const at = this.#time(400);
    const document = { _id: idOf('unit', ulid(Date.parse(at))), v: 1, name };
    this.#add('admin.' + this.municipality, at, document);
    return document._id;
  }

  idea(demo: DemoIdea, unit: string | undefined): void {
    const { title, need, proposal, category } = demo;
    const idea = this.#command<Idea>(demo.author, demo.daysAgo, (context) =>
      captureIdea({ title, need, proposal, category, unit }, context)
    );
    let from: Stage = 'ny';
    for (const step of demo.path) {
      this.#decision(idea, from, step);
      from = step.to;
    }
    for (const comment of demo.comments)
      this.#command(comment.by, comment.daysAgo, (context) => addComment(idea, comment.text, context));
    demo.supporters.forEach((login, index) => {
      const daysAgo = Math.max(0, demo.daysAgo - 1 - index);
      this.#command(login, daysAgo, (context) => castSupport(idea._id, true, null, context));
    });
  }

  /** One batch for each run of documents by the same author, oldest first. */
  *byAuthor(): Generator<{ author: Account; documents: IncomingDocument[] }> {
    const sorted = [...this.#written].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    let run: { author: Account; documents: IncomingDocument[] } | undefined;
    for (const { author, document } of sorted) {
      if (run?.author !== author) {
        if (run !== undefined) yield run;
        run = { author, documents: [] };
      }
      run.documents.push(document);
    }
    if (run !== undefined) yield run;
  }

  #decision(idea: Idea, from: Stage, step: DemoIdea['path'][number]): void {
    const grants = grantOf(step.to);
    const at = this.#time(step.daysAgo);
    const document: Decision = {
      _id: idOf('decision', idea._id, ulid(Date.parse(at))),
      v: 1,
      idea: idea._id,
      by: this.#person(step.by).id,
      at,
      from,
      to: step.to,
      reason: step.reason,
      ...(grants === undefined ? {} : { grants })
    };
    this.#add(step.by, at, document);
  }

  #command<D extends object>(login: string, daysAgo: number, command: (context: Context) => CommandResult<D>): D {
    const at = this.#time(daysAgo);
    const actor = actorIn(this.#person(login), this.municipality);
    const result = command({ actor, now: at, newId: () => ulid(Date.parse(at)) });
    if (!result.ok) throw new Error('demo: ' + login + ': ' + JSON.stringify(result.error));
    this.#add(login, at, result.value);
    return result.value;
  }

  #add(login: string, at: string, document: object): void {
    this.#written.push({ author: this.#person(login), document: document as IncomingDocument, at });
  }

  #person(login: string): Account {
    const account = this.people.get(login);
    if (account === undefined) throw new Error('demo: nobody is called ' + login);
    return account;
  }

  // A little later for each that was written before, so that one day's events keep their order; and
  // never after now, however early in the day the demo is made.
  #time(daysAgo: number): string {
    const moment = this.now.getTime() - daysAgo * DAY - 60_000 * 60 * 3 + this.#written.length * 13_000;
    return new Date(Math.min(moment, this.now.getTime())).toISOString();
  }
}
