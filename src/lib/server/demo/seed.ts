import { ulid } from 'ulid';
import { REGION } from '#lib/domain/actor.ts';
import { planBenefit, reportBenefit } from '#lib/domain/benefit/commands.ts';
import { shareStory, tellStory } from '#lib/domain/benefit/storytelling.ts';
import type { CommandResult, Context } from '#lib/domain/command.ts';
import type { Challenge } from '#lib/domain/challenges/challenge.ts';
import { endChallenge, openChallenge } from '#lib/domain/challenges/commands.ts';
import { captureIdea, castSupport } from '#lib/domain/ideas/commands.ts';
import { addComment, answerIdea } from '#lib/domain/ideas/conversation.ts';
import { writeMentions } from '#lib/domain/ideas/mention.ts';
import { decideStage } from '#lib/domain/ideas/decide.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { addCategory, addField } from '#lib/domain/ideas/fields.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { referIdea, shareIdea } from '#lib/domain/ideas/refer.ts';
import { type ReplyInput, writeReply } from '#lib/domain/ideas/replying.ts';
import { SUGGESTED_REPLIES } from '#lib/domain/ideas/suggested-replies.ts';
import { MUNICIPALITIES } from '#lib/domain/people/municipalities.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { idOf } from '#lib/core/ids.ts';
import type { GroupRecord } from '#lib/domain/groups/standing.ts';
import { isAnswer } from '#lib/domain/ideas/stages.ts';
import type { Backend, IncomingDocument } from '../couch/backend.ts';
import { type Account, type AccountStore, createAccount, newStamp } from '../identity/accounts.ts';
import { actorIn, introduce, writeAs } from '../people.ts';
import { demoAssessments } from './assessments.ts';
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts';
import { DEMO_BENEFITS, DEMO_STORIES, type DemoBenefit, type DemoStory } from './benefits.ts';
import type { DemoChallenge, DemoComment, DemoIdea } from './demo-idea.ts';
import { DEMO_GROUPS, type DemoGroup } from './groups.ts';
import { DEMO_IDEAS, DEMO_UNITS } from './ideas.ts';
import { tellRegion, writeGroup } from './seed-groups.ts';
import { UDDEVALLA_CHALLENGES, UDDEVALLA_FORM } from './uddevalla.ts';

const DAY = 24 * 60 * 60 * 1000;
const SEEDED = 'demo';
const FORM_DAYS_AGO = 300;

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
  for (const challenge of UDDEVALLA_CHALLENGES)
    if (challenge.municipality === municipality) drafts.challenge(challenge);
  if (municipality === 'uddevalla') drafts.form(UDDEVALLA_FORM);
  for (const reply of SUGGESTED_REPLIES) drafts.reply(reply);
  for (const idea of DEMO_IDEAS) if (idea.municipality === municipality) drafts.idea(idea, units.get(idea.unit));
  for (const benefit of DEMO_BENEFITS) if (benefit.municipality === municipality) drafts.benefit(benefit);
  for (const story of DEMO_STORIES) if (story.municipality === municipality) drafts.story(story);
  const groups = DEMO_GROUPS.filter((group) => group.municipality === municipality).map((group) => drafts.group(group));
  for (const { author, documents } of drafts.byAuthor()) {
    const rows = await space.write(documents, true, actorIn(author, municipality));
    const refused = rows.find((row) => !('ok' in row));
    if (refused !== undefined) throw new Error('demo: ' + JSON.stringify(refused));
  }
  await tellRegion(backend, municipality, people.get('coach.' + municipality), groups, now);
  if (municipality === 'uddevalla') {
    const leadership = backend.space(municipality + '-ledning')!;
    const person = (login: string): Account => drafts.person(login + '.' + municipality);
    for (const { author, document } of demoAssessments(leadership.name, drafts.ideas, person, now))
      await writeAs(author, leadership, document);
  }
  for (const { author, document } of drafts.shares) {
    const [row] = await backend.space(REGION)!.write([document], true, actorIn(author, REGION));
    if (row === undefined || !('ok' in row)) throw new Error('demo: ' + JSON.stringify(row));
  }
  await space.putLocal(SEEDED, { at: now.toISOString() });
}

/** The demo's documents, in the order they were written and by whom. */
class Drafts {
  readonly #written: { readonly author: Account; readonly document: IncomingDocument; readonly at: string }[] = [];

  /** Ids of those that nobody has answered. */
  readonly #unanswered = new Set<string>();
  readonly #challenges = new Map<string, string>();
  /** What is passed on to other municipalities, which goes to the region's space. */
  readonly shares: { readonly author: Account; readonly document: IncomingDocument }[] = [];

  readonly #ideas = new Map<string, Idea>();

  /** Ids by title. */
  readonly ideas = new Map<string, string>();

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

  /** One that has been told of is written as it came to stand: a demo has no earlier versions. */
  challenge(demo: DemoChallenge): void {
    const { title, text, criteria = '', told } = demo;
    const dayFrom = (days: number): string => swedishDay(new Date(this.now.getTime() + days * DAY).toISOString());
    const asked = this.#command<Challenge>(demo.by, demo.daysAgo, (context) => {
      const input = { title, text, criteria, opens: dayFrom(-demo.daysAgo), closes: dayFrom(demo.daysLeft) };
      const opened = openChallenge(input, context);
      if (!opened.ok || told === undefined) return opened;
      return endChallenge(opened.value, told.result, { ...context, now: this.#time(told.daysAgo) });
    });
    this.#challenges.set(title, asked._id);
    for (const label of demo.questions)
      this.#command(demo.by, demo.daysAgo, (context) =>
        addField({ label, help: '', type: 'text', options: [] }, [], asked._id, context)
      );
  }

  form({ by, question, category }: typeof UDDEVALLA_FORM): void {
    this.#command(by, FORM_DAYS_AGO, (context) =>
      addField({ label: question, help: '', type: 'number', options: [] }, [], undefined, context)
    );
    this.#command(by, FORM_DAYS_AGO, (context) => addCategory(category, context));
  }

  reply(input: ReplyInput): void {
    this.#command('admin.' + this.municipality, 300, (context) => writeReply(null, input, context));
  }

  idea(demo: DemoIdea, unit: string | undefined): void {
    const { title, need, proposal, category } = demo;
    const idea = this.#command<Idea>(demo.author, demo.daysAgo, (context) =>
      captureIdea(
        { title, need, proposal, category, unit, challenge: this.#challenges.get(demo.challenge ?? '') },
        context
      )
    );
    this.ideas.set(title, idea._id);
    this.#ideas.set(title, idea);
    const decided: Decision[] = [];
    for (const { by, daysAgo, into, ...step } of demo.path)
      decided.push(
        this.#command(by, daysAgo, (context) =>
          decideStage(
            idea,
            decided,
            { ...step, ...(into === undefined ? {} : { into: this.ideas.get(into) }) },
            context
          )
        )
      );
    if (!decided.some((decision) => isAnswer(decision.to))) this.#unanswered.add(idea._id);
    for (const comment of demo.comments) this.#comment(idea, comment);
    if (demo.passedOn !== undefined) this.#passOn(idea, demo.passedOn);
    demo.supporters.forEach((login, index) => {
      const daysAgo = Math.max(0, demo.daysAgo - 1 - index);
      this.#command(login, daysAgo, (context) => castSupport(idea._id, true, null, context));
    });
  }

  benefit({ idea, by, daysAgo, plannedIn, how, followUp, quality = '', hours, kronor, scale }: DemoBenefit): void {
    const day = (days: number): string => swedishDay(new Date(this.now.getTime() - days * DAY).toISOString());
    const amounts = { hours, kronor, quality, scale };
    const about = this.#ideas.get(idea)!;
    this.#command(by, daysAgo, (context) =>
      plannedIn === undefined
        ? reportBenefit(about, { ...amounts, on: day(daysAgo), how, followUp }, context)
        : planBenefit(about, { ...amounts, on: day(daysAgo - plannedIn) }, context)
    );
  }

  story({ idea, by, daysAgo, isSpread = false, ...input }: DemoStory): void {
    const told = this.#command(by, daysAgo, (context) => tellStory(this.#ideas.get(idea)!, input, context));
    if (!isSpread) return;
    const author = this.person(by);
    const context = { actor: actorIn(author, REGION), now: told.at, newId: () => ulid(Date.parse(told.at)) };
    const copy = shareStory(told, this.municipality, null, true, context);
    if (!copy.ok) throw new Error('demo: ' + by + ': ' + JSON.stringify(copy.error));
    this.shares.push({ author, document: copy.value as object as IncomingDocument });
  }

  /** A working group and all that it has written; gives what a device would count. */
  group(demo: DemoGroup): GroupRecord {
    return writeGroup(demo, {
      now: this.now,
      ideaTitled: (title) => this.ideas.get(title)!,
      isAnswered: (idea) => !this.#unanswered.has(idea),
      personOf: (login) => this.person(login).id,
      at: (daysAgo) => this.#time(daysAgo),
      write: (login, daysAgo, command) => this.#command(login, daysAgo, command)
    });
  }

  #comment(idea: Idea, { by, daysAgo, text, mentions, isAnswer }: DemoComment): void {
    const named = mentions === undefined ? undefined : this.person(mentions);
    const written =
      named === undefined ? { text, mentions: [] } : writeMentions(text.replace('@', '@' + named.name), [named]);
    this.#command(by, daysAgo, (context) =>
      isAnswer === true ? answerIdea(idea, text, context) : addComment(idea, written, context)
    );
  }

  #passOn(idea: Idea, { to, by, daysAgo, reason }: NonNullable<DemoIdea['passedOn']>): void {
    const { at } = this.#command(by, daysAgo, (context) => referIdea(idea, { municipality: to }, reason, context));
    const author = this.person(by);
    const share = shareIdea(idea, this.municipality, to, reason, {
      actor: actorIn(author, REGION),
      now: at,
      newId: () => ulid(Date.parse(at))
    });
    if (!share.ok) throw new Error('demo: ' + by + ': ' + JSON.stringify(share.error));
    this.shares.push({ author, document: share.value as object as IncomingDocument });
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

  #command<D extends object>(login: string, daysAgo: number, command: (context: Context) => CommandResult<D>): D {
    const at = this.#time(daysAgo);
    const actor = actorIn(this.person(login), this.municipality);
    const result = command({ actor, now: at, newId: () => ulid(Date.parse(at)) });
    if (!result.ok) throw new Error('demo: ' + login + ': ' + JSON.stringify(result.error));
    this.#add(login, at, result.value);
    return result.value;
  }

  #add(login: string, at: string, document: object): void {
    this.#written.push({ author: this.person(login), document: document as IncomingDocument, at });
  }

  person(login: string): Account {
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
