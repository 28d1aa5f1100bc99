import type { Envelope } from '#lib/domain/kind.ts';
import { kindName } from '#lib/core/ids.ts';
import {
  addComment,
  captureIdea,
  castSupport,
  editIdea,
  resolveVariant,
  retractComment,
  retractIdea
} from '#lib/domain/ideas/commands.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import { idOf } from '#lib/core/ids.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { CommandResult } from '#lib/domain/ideas/commands.ts';
import { ideaRowsIn } from '#lib/store/packs.ts';
import { Device, isCrash, type Mutation, type SimulatedPerson } from './device.ts';
import { CALM, drawWeather, throughWeather, type Weather } from './faults.ts';
import { idSource, Random } from './random.ts';
import { FOREVER_REFUSED, SimulatedServer } from './server.ts';

export const SPACE = 'uddevalla';
const OTHER_SPACE = 'trollhattan';

/** What a person was told "Sparad" about: a document, and what they were looking at when they wrote it. */
export interface AcceptedWrite {
  readonly device: string;
  readonly person: string;
  readonly space: string;
  readonly document: Envelope;
  readonly previous: Envelope | null;
}

/** A run of the simulation: people with devices, a server, and a seed that decides everything. */
export class World {
  readonly random: Random;
  readonly server = new SimulatedServer([SPACE, OTHER_SPACE]);
  readonly people: SimulatedPerson[];
  readonly devices: Device[] = [];
  /** Outside every device: what they promised. */
  readonly accepted: AcceptedWrite[] = [];
  readonly trace: string[] = [];
  weather: Weather;
  /** Whether this run's server is restored and made anew, or its people lose and regain permissions. */
  private readonly serverForgets: boolean;
  private time = Date.parse('2026-01-01T08:00:00.000Z');
  private readonly newId = idSource();
  private words = 0;
  private depth = 0;

  constructor(
    readonly seed: number,
    private readonly mutation: Mutation = {}
  ) {
    this.random = new Random(seed);
    this.serverForgets = this.random.chance(0.5);
    this.weather = drawWeather(this.random);
    this.people = Array.from({ length: 1 + this.random.below(3) }, () => ({
      id: this.newId(),
      alias: this.newId(),
      roles: []
    })).map((person, index) => ({ ...person, roles: rolesOf(person.alias, index) }));
    const count = 2 + this.random.below(4);
    for (let index = 0; index < count; index++) this.addDevice(index);
  }

  private addDevice(index: number): void {
    const person = this.people[index % this.people.length]!;
    const hub = this.server.hub(
      person.id,
      () => person.roles,
      (call, answer) =>
        throughWeather(this.random, this.weather, answer, () => this.meanwhile(`during ${call} of device ${index}`)),
      () => index % 2 === 1
    );
    const device = new Device(`device ${index}`, person, hub, () => this.time, this.mutation);
    if (this.random.chance(0.2)) device.clockSkew = this.random.pick([7_200_000, -7_200_000, 31_536_000_000]);
    this.devices.push(device);
  }

  /** Runs the drawn number of steps, then a calm in which everything should find its place. */
  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      this.time += 1 + this.random.below(3_600_000);
      await this.step();
    }
    await this.settle();
  }

  /** All is well again: permissions back, the cluster whole, the weather calm; rounds until nothing moves. */
  async settle(): Promise<void> {
    this.weather = CALM;
    this.people.forEach((person, index) => (person.roles = rolesOf(person.alias, index)));
    await this.server.heal(SPACE);
    for (let turn = 0; turn < 8; turn++) {
      // In the middle a day goes, after which devices compare themselves with the whole of the server.
      this.time += turn === 2 ? 90_000_000 : 60_000;
      for (const device of this.devices) await device.round();
    }
  }

  private async step(): Promise<void> {
    const device = this.random.pick(this.devices);
    const action = this.random.below(100);
    if (action < 55) await this.act(device);
    else if (action < 90) await this.round(device);
    else await this.misfortune(device);
  }

  private async round(device: Device): Promise<void> {
    const report = await this.interrupted(device, () => device.round());
    this.log(`${device.name} round: ${report?.outcome ?? 'crashed'}`);
  }

  /** Some rounds are cut off in the middle of a write. */
  private async interrupted<T>(device: Device, work: () => Promise<T>): Promise<T> {
    const isCut = this.depth === 0 && this.weather !== CALM && this.random.chance(0.05);
    if (!isCut) return work();
    device.writesLeft = this.random.below(30);
    const result = await work();
    device.restart();
    return result;
  }

  // Things go on while a request is under way: somebody writes, another device syncs, a second tab leads too.
  private async meanwhile(when: string): Promise<void> {
    if (this.depth >= 2) return;
    this.depth += 1;
    this.log(when + ':');
    const device = this.random.pick(this.devices);
    if (this.random.chance(0.5)) await this.act(device);
    else await this.round(device);
    this.depth -= 1;
  }

  private async misfortune(device: Device): Promise<void> {
    // A server that loses its data while somebody may not keep their own copy does lose it for good;
    // so a run has the one misfortune or the other.
    const choice = this.random.below(9);
    if (this.serverForgets ? choice === 6 : choice >= 1 && choice <= 3) return;
    if (choice === 0) this.weather = drawWeather(this.random);
    else if (choice === 1) await this.server.backUp(SPACE);
    else if (choice === 2) await this.server.restore(SPACE, { newEpoch: this.random.chance(0.5) });
    else if (choice === 3 && this.random.chance(0.3)) this.server.recreate(SPACE);
    else if (choice === 4) await this.server.partition(SPACE);
    else if (choice === 5) await this.server.heal(SPACE);
    else if (choice === 6) this.people[0]!.roles = [];
    else if (choice === 7) this.people.forEach((person, index) => (person.roles = rolesOf(person.alias, index)));
    else {
      device.writesLeft = this.random.below(30);
      await (this.random.chance(0.5) ? this.act(device) : this.round(device));
      device.restart();
    }
    this.log('misfortune ' + choice + ' ' + this.server.describe(SPACE));
  }

  private text(): string {
    this.words += 1;
    return 'ord' + this.words + (this.random.chance(0.03) ? ' ' + FOREVER_REFUSED : '');
  }

  /** A person does one thing on a device. */
  private async act(device: Device): Promise<void> {
    const context = { actor: device.actor(SPACE), now: device.now(), newId: this.newId };
    const rows = (await ideaRowsIn(device.store.db, SPACE)).sort((a, b) => (a.key < b.key ? -1 : 1));
    const row = rows.length === 0 || this.random.chance(0.3) ? undefined : this.random.pick(rows);
    if (row === undefined) {
      const input = { title: this.text(), need: this.text(), proposal: '', hidden: this.random.chance(0.2) };
      return this.accept(device, captureIdea(input, context), null);
    }
    const idea = row.document as Idea;
    // The form stands open while the device syncs: what was read is no longer what is there.
    if (this.depth === 0 && this.random.chance(0.15)) await this.round(device);
    const choice = this.random.below(10);
    if (choice < 5) return this.accept(device, editIdea(idea, this.edited(idea), context), idea);
    if (choice < 7) return this.accept(device, addComment(idea, this.text(), context), null);
    if (choice === 7) {
      const key = `${SPACE}/${idOf('support', idea._id, device.person.id)}`;
      const previous = (await device.store.db.rows<Support>('support').get(key))?.document ?? null;
      return this.accept(device, castSupport(idea._id, !(previous?.state.given ?? false), previous, context), previous);
    }
    if (choice === 8) {
      const variants = (await device.store.db.rows<Variant>('variant').toArray()).map((each) => each.document);
      const open = variants.filter((each) => each.resolved === undefined);
      if (open.length === 0) return;
      const variant = this.random.pick(open);
      return this.accept(device, resolveVariant(variant, context), variant);
    }
    if (this.random.chance(0.3)) return this.accept(device, retractIdea(idea, context), idea);
    const comments = (await device.store.db.rows<Comment>('comment').toArray()).map((each) => each.document);
    if (comments.length === 0) return;
    const comment = this.random.pick(comments);
    return this.accept(device, retractComment(comment, context), comment);
  }

  private edited(idea: Idea): { title: string; need: string; proposal: string } {
    const { title, need, proposal } = idea;
    const words = this.text();
    const field = this.random.pick(['title', 'need', 'proposal'] as const);
    const before = idea[field];
    const next = this.random.chance(0.3) && before !== '' ? before + '\n' + words : words;
    return { title, need, proposal, [field]: next };
  }

  private async accept(device: Device, command: CommandResult<Envelope>, previous: Envelope | null): Promise<void> {
    if (!command.ok) return;
    const document = command.value;
    try {
      await device.store.accept({
        space: SPACE,
        documents: [{ document, ...(previous === null ? {} : { previous }) }]
      });
    } catch (error) {
      // Nobody was told "Sparad".
      if (!isCrash(error)) throw error;
      this.log(`${device.name} crashed in ${kindName(document._id)}`);
      return;
    }
    this.accepted.push({ device: device.name, person: device.person.id, space: SPACE, document, previous });
    this.log(`${device.name} accepts ${JSON.stringify(document)}`);
  }

  private log(line: string): void {
    this.trace.push('  '.repeat(this.depth) + line);
  }

  close(): void {
    for (const device of this.devices) device.store.close();
  }
}

const rolesOf = (alias: string, index: number): string[] => [
  'uddevalla:member',
  'alias:' + alias,
  ...(index === 1 ? ['uddevalla:coach'] : [])
];
