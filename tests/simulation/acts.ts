import { idOf, kindName } from '#lib/core/ids.ts';
import type { CommandResult } from '#lib/domain/command.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import {
  addPhoto,
  captureIdea,
  castSupport,
  editIdea,
  resolveVariant,
  retractIdea
} from '#lib/domain/ideas/commands.ts';
import { addComment, retractComment } from '#lib/domain/ideas/conversation.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Accepted } from '#lib/store/accept.ts';
import { ideaRowsIn } from '#lib/store/packs.ts';
import { decideSomething } from './decide.ts';
import type { Device, Tab } from './device.ts';
import type { Random } from './random.ts';
import { FOREVER_REFUSED } from './server.ts';
import { workInSheets } from './sheet-work.ts';

/** What an act needs of the world it is done in. */
export interface Scene {
  readonly random: Random;
  readonly newId: () => string;
  /** A word nobody has said before. */
  newWord(): string;
  /** The form stands open while the device syncs. */
  round(device: Device): Promise<void>;
  readonly isNested: boolean;
  /** Whether people decide about ideas in this run. */
  readonly decides: boolean;
  /** Whether people work in worksheets in this run. */
  readonly hasSheets: boolean;
}

/** What came of an act: what the person was told "Sparad" about, or nothing. */
export interface Done {
  readonly document: Envelope;
  readonly previous: Envelope | null;
}

const PICTURE = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])], { type: 'image/jpeg' });

/** A person does one thing in one tab. Undefined when nothing was accepted: refused at once, or the tab was killed. */
export async function act(scene: Scene, device: Device, tab: Tab, space: string): Promise<Done | undefined> {
  const { random } = scene;
  const context = { actor: device.actor(space), now: device.now(), newId: scene.newId };
  const { db } = tab.store;
  const here = async <D extends Envelope>(kind: 'comment' | 'variant'): Promise<D[]> =>
    (await db.rows<D>(kind).toArray()).filter((row) => row.space === space).map((row) => row.document);
  const accept = async <D extends Envelope>(
    command: CommandResult<D>,
    previous: Envelope | null,
    blobs?: Accepted['blobs'],
    beside: readonly Envelope[] = []
  ): Promise<Done | undefined> => {
    if (!command.ok) return undefined;
    const document = command.value;
    const accepted = {
      document,
      ...(previous === null ? {} : { previous }),
      ...(blobs === undefined ? {} : { blobs })
    };
    const documents = [accepted, ...beside.map((document) => ({ document }))];
    await tab.store.accept({ space, documents });
    return { document, previous };
  };
  const text = (): string => scene.newWord() + (random.chance(0.03) ? ' ' + FOREVER_REFUSED : '');

  if (scene.hasSheets && random.chance(0.6)) {
    const done = await workInSheets(random, tab.store, space, text, context);
    if (done === undefined) return undefined;
    // What was read is no longer what is there.
    if (!scene.isNested && random.chance(0.15)) await scene.round(device);
    return accept(done.command, done.previous, undefined, done.beside);
  }
  const rows = (await ideaRowsIn(db, space)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const row = rows.length === 0 || random.chance(0.3) ? undefined : random.pick(rows);
  if (row === undefined) {
    const input = { title: text(), need: text(), proposal: '', hidden: random.chance(0.2) };
    return accept(captureIdea(input, context), null);
  }
  const idea = row.document as Idea;
  // What was read is no longer what is there.
  if (!scene.isNested && random.chance(0.15)) await scene.round(device);
  const choice = random.below(scene.decides ? 16 : 11);
  if (choice >= 11) {
    const decided = await decideSomething(random, tab.store, row, rows, text(), context);
    return decided === undefined ? undefined : accept(decided.command, decided.previous);
  }
  if (choice < 5) return accept(editIdea(idea, edited(idea, text(), random), context), idea);
  if (choice < 7) return accept(addComment(idea, { text: text() }, context), null);
  if (choice === 7) {
    const key = `${space}/${idOf('support', idea._id, device.person.id)}`;
    const previous = (await db.rows<Support>('support').get(key))?.document ?? null;
    return accept(castSupport(idea._id, !(previous?.state.given ?? false), previous, context), previous);
  }
  if (choice === 8) {
    const open = (await here<Variant>('variant')).filter((each) => each.resolved === undefined);
    if (open.length === 0) return undefined;
    const variant = random.pick(open);
    return accept(resolveVariant(variant, context), variant);
  }
  if (choice === 9) return accept(addPhoto(idea, { width: 8, height: 8 }, context), null, { original: PICTURE });
  if (random.chance(0.3)) return accept(retractIdea(idea, context), idea);
  const comments = await here<Comment>('comment');
  if (comments.length === 0) return undefined;
  const comment = random.pick(comments);
  return accept(retractComment(comment, context), comment);
}

function edited(idea: Idea, words: string, random: Random): { title: string; need: string; proposal: string } {
  const { title, need, proposal } = idea;
  const field = random.pick(['title', 'need', 'proposal'] as const);
  const before = idea[field];
  const next = random.chance(0.3) && before !== '' ? before + '\n' + words : words;
  return { title, need, proposal, [field]: next };
}

/** What an act is called in a trace. */
export const describeAct = (done: Done | 'crashed' | undefined): string =>
  done === undefined
    ? 'nothing'
    : done === 'crashed'
      ? 'killed'
      : `${kindName(done.document._id)} ${JSON.stringify(done.document)}`;
