import type { Envelope } from '#lib/domain/kind.ts';
import { act, describeAct, type Scene } from './acts.ts';
import { apart } from './checker.ts';
import { Device, isCrash, type Mutation, type SimulatedPerson } from './device.ts';
import { CALM, drawWeather, throughWeather, type Weather } from './faults.ts';
import { idSource, Random } from './random.ts';
import { SimulatedServer } from './server.ts';

export const SPACE = 'uddevalla';
const OTHER_SPACE = 'trollhattan';
export const SPACES = [SPACE, OTHER_SPACE] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a person was told "Sparad" about: a document, and what they were looking at when they wrote it. */
export interface AcceptedWrite extends Done {
  readonly device: string;
  readonly person: string;
  readonly space: string;
}
type Done = { readonly document: Envelope; readonly previous: Envelope | null };

export interface WorldOptions {
  readonly mutation?: Mutation;
  /** Steps that are left out; each step draws from a seed of its own, so that the others stay as they are. */
  readonly without?: ReadonlySet<number>;
  /** Nobody decides about ideas, as in the runs from before there were decisions: their seeds stay what they were. */
  readonly undecided?: true;
}

/** A run of the simulation: people with devices, a server, and a seed that decides everything. */
export class World {
  random: Random;
  readonly server = new SimulatedServer([...SPACES]);
  readonly people: SimulatedPerson[];
  readonly devices: Device[] = [];
  /** Outside every device: what they promised. */
  readonly accepted: AcceptedWrite[] = [];
  /** Promises that went with a disk, before the server had confirmed them: `<device> <document>`. */
  readonly evicted = new Set<string>();
  /** Files of unsent things, each taken out of a device whose person signed out. */
  private readonly files: { readonly person: SimulatedPerson; readonly file: Blob }[] = [];
  readonly trace: string[] = [];
  /** How often each misfortune was met, and each request. */
  readonly met = new Map<string, number>();
  /** What was wrong before the day went by on which devices compare themselves with the whole of the server. */
  readonly early: string[] = [];
  /** The most requests a round took beyond what it had to send. */
  mostRequests = 0;
  private weather: Weather;
  /** Whether this run's server is restored and made anew, or its people lose permissions, disks and sign out. */
  private readonly serverForgets: boolean;
  /** Only a comparison with the whole of the server can find what this run's server did. */
  private needsCompare = false;
  private readonly late: (() => Promise<unknown>)[] = [];
  private time = Date.parse('2026-01-01T08:00:00.000Z');
  private readonly newId = idSource();
  private words = 0;
  private depth = 0;
  private readonly mutation: Mutation;
  private readonly without: ReadonlySet<number>;
  private readonly decides: boolean;
  /** Every other run: the seeds of the others stay what they were. */
  private readonly hasSheets: boolean;

  constructor(
    readonly seed: number,
    { mutation = {}, without = new Set(), undecided }: WorldOptions = {}
  ) {
    this.mutation = mutation;
    this.without = without;
    this.decides = undecided === undefined;
    this.hasSheets = this.decides && seed % 2 === 0;
    this.random = new Random(seed);
    this.serverForgets = this.random.chance(0.5);
    this.weather = drawWeather(this.random);
    this.people = Array.from({ length: 1 + this.random.below(3) }, () => ({
      id: this.newId(),
      alias: this.newId(),
      roles: []
    })).map((person, index) => ({ ...person, roles: rolesOf(person.alias, index, this.decides) }));
    const count = 2 + this.random.below(7);
    for (let index = 0; index < count; index++) this.addDevice(index);
  }

  private addDevice(index: number): void {
    const person = this.people[index % this.people.length]!;
    const hub = this.server.hub(
      person.id,
      () => person.roles,
      (call, answer) => {
        const { random, weather } = this;
        const meanwhile = () => this.meanwhile(`during ${call} of device ${index}`);
        const later = (request: () => Promise<unknown>) => void this.late.push(request);
        return throughWeather({ random, weather, meanwhile, later, met: (fault) => this.meet(fault) }, answer);
      },
      () => index % 2 === 1
    );
    const tabs = this.random.chance(0.3) ? 2 : 1;
    const device = new Device(`device ${index}`, person, hub, () => this.time, tabs, this.mutation);
    if (this.random.chance(0.2)) device.clockSkew = this.random.pick([2 * HOUR, -2 * HOUR, 365 * DAY]);
    this.devices.push(device);
  }

  /** Runs the drawn number of steps, then a calm in which everything should find its place. */
  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      if (this.without.has(step)) continue;
      this.random = new Random((this.seed * 8191 + step * 127 + 1) >>> 0);
      this.log(`step ${step}`);
      this.time += 1 + this.random.below(HOUR);
      await this.step();
    }
    await this.settle();
  }

  /** All is well again: permissions back, the cluster whole, the weather calm; rounds until nothing moves. */
  private async settle(): Promise<void> {
    this.weather = CALM;
    while (this.late.length > 0) await this.arriveLate();
    this.givePermissionsBack();
    for (const space of SPACES) await this.server.heal(space);
    for (const { person, file } of this.files) {
      const device = this.devices.find((each) => each.person === person)!;
      const taken = await device.store.importUnsent(file);
      if (!taken.ok) throw new Error('an exported file is refused: ' + JSON.stringify(taken.error));
    }
    for (let turn = 0; turn < 8; turn++) {
      if (turn === 4 && !this.needsCompare) this.early.push(...(await apart(this)));
      this.time += turn === 4 ? DAY + HOUR : 60_000;
      for (const device of this.devices) await this.roundOf(device);
    }
  }

  private givePermissionsBack(): void {
    this.people.forEach((person, index) => (person.roles = rolesOf(person.alias, index, this.decides)));
  }

  private async step(): Promise<void> {
    const device = this.random.pick(this.devices);
    const action = this.random.below(100);
    if (this.late.length > 0 && this.random.chance(0.1)) await this.arriveLate();
    if (action < 55) await this.act(device);
    else if (action < 88) await this.interrupted(device, () => this.round(device));
    else await this.misfortune(device);
  }

  /** A request that was given up days ago reaches the server now, after others that were sent after it. */
  private async arriveLate(): Promise<void> {
    const [request] = this.late.splice(this.random.below(this.late.length), 1);
    this.log('a late request arrives');
    // Nobody waits for its answer, whatever it is.
    await (async () => request!())().catch(() => undefined);
  }

  private async roundOf(device: Device): Promise<string> {
    const waiting = (await device.store.outbox()).length;
    const before = this.server.requests;
    const report = await device.round(this.random.pick(device.tabs));
    if (this.depth === 0 && this.weather === CALM)
      this.mostRequests = Math.max(this.mostRequests, this.server.requests - before - waiting);
    return report?.outcome ?? 'killed';
  }

  private async round(device: Device): Promise<void> {
    this.log(`${device.name} round: ${await this.roundOf(device)}`);
  }

  /** Some rounds are cut off in the middle of a write, while another tab lives on. */
  private async interrupted(device: Device, work: () => Promise<void>): Promise<void> {
    const isCut = this.depth === 0 && this.random.chance(0.05);
    const tab = this.random.pick(device.tabs);
    if (!isCut) return work();
    this.meet('killed');
    tab.writesLeft = this.random.below(30);
    await work();
    tab.restart();
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
    const space = this.random.chance(0.7) ? SPACE : OTHER_SPACE;
    const always: Misfortunes = {
      weather: () => void (this.weather = drawWeather(this.random)),
      partition: async () => {
        this.needsCompare = true;
        await this.server.partition(space);
      },
      heal: () => this.server.heal(space),
      newerApp: () => this.newerApp(space),
      power: async () => {
        await this.interrupted(device, () => (this.random.chance(0.5) ? this.act(device) : this.round(device)));
      }
    };
    // A server that loses its data while somebody may not keep their own copy does lose it for good;
    // so a run has the one misfortune or the other.
    const either: Misfortunes = this.serverForgets
      ? {
          backup: () => this.server.backUp(space),
          restore: () => this.server.restore(space, { newEpoch: true }),
          silentRestore: async () => {
            this.needsCompare = true;
            await this.server.restore(space, { newEpoch: false });
          },
          recreate: () => void (this.random.chance(0.3) && this.server.recreate(space))
        }
      : {
          permissionTaken: () => void (this.people[0]!.roles = []),
          permissionsBack: () => this.givePermissionsBack(),
          signOut: () => this.signOut(device),
          eviction: () => this.evict(device)
        };
    const misfortunes = Object.entries({ ...always, ...either });
    const [name, happen] = this.random.pick(misfortunes);
    this.meet(name);
    await happen();
    this.log(`misfortune ${name} ${this.server.describe(space)}`);
  }

  /** Drains first; what cannot be sent goes along in a file, to be taken in on some other device or another day. */
  private async signOut(device: Device): Promise<void> {
    await this.round(device);
    const unsent = await device.store.outbox();
    if (unsent.length > 0) this.files.push({ person: device.person, file: await device.store.exportUnsent() });
    await device.wipe();
  }

  /** The browser takes the disk back without asking. */
  private async evict(device: Device): Promise<void> {
    // Read from the disk that is gone: what somebody saved in the last moment went with it too.
    for (const entry of await device.wipe()) {
      this.evicted.add(device.name + ' ' + entry.id);
      // Words that were to stand beside another's.
      const { of } = entry.document as { of?: string };
      if (of !== undefined) this.evicted.add(device.name + ' ' + of);
    }
  }

  /** A newer app than these has written something these do not know. */
  private async newerApp(space: string): Promise<void> {
    await this.server.writeAs(space, { _id: 'framtid:' + this.newId(), v: 1, text: 'ett nytt slag' });
    await this.server.writeAs(space, { _id: 'idea:' + this.newId(), v: 2, by: this.people[0]!.id, words: ['nytt'] });
  }

  private async act(device: Device): Promise<void> {
    const { random, newId } = this;
    const mine = SPACES.filter((space) => isIn(device.person, space));
    const space = mine.length > 1 && random.chance(0.2) ? mine[1]! : SPACE;
    const scene: Scene = {
      random,
      newId,
      newWord: () => 'ord' + (this.words += 1),
      round: (open) => this.round(open),
      isNested: this.depth > 0,
      decides: this.decides,
      hasSheets: this.hasSheets
    };
    const done = await act(scene, device, random.pick(device.tabs), space).catch((error: unknown) => {
      if (isCrash(error)) return 'crashed' as const;
      throw error;
    });
    if (done !== undefined && done !== 'crashed')
      this.accepted.push({ device: device.name, person: device.person.id, space, ...done });
    this.log(`${device.name} in ${space}: ${describeAct(done)}`);
  }

  private meet(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  private log(line: string): void {
    this.trace.push('  '.repeat(this.depth) + line);
  }

  close(): void {
    for (const device of this.devices) device.close();
  }
}

type Misfortunes = Readonly<Record<string, () => void | Promise<void>>>;

/** Whether a person may ever read a space; what is taken away from the first comes back in the end. */
export const isIn = (person: SimulatedPerson, space: string): boolean => person.roles.includes(space + ':member');

// The third belongs to both municipalities; the others never could read the second.
const rolesOf = (alias: string, index: number, decides: boolean): string[] => [
  'uddevalla:member',
  'alias:' + alias,
  ...(index === 1 ? ['uddevalla:coach'] : []),
  ...(index === 2 ? ['trollhattan:member'] : []),
  ...(decides ? [['uddevalla:manager'], [], ['uddevalla:leader', 'trollhattan:leader']][index]! : [])
];
