import * as v from 'valibot';
import { contentHash, derivedKey, idOf, isDerived } from '#lib/core/ids.ts';
import { canonical, sameContent } from '#lib/core/json.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { instant, listOf, oneOf, optional, personId, recordOf, ref, text, whole } from '../shapes.ts';
import { PART_ID } from './template-format.ts';

/** Characters in one value. */
export const VALUE_MAX = 8000;

/** Colours of a card; a word, so that it can be read aloud. */
export const COLOURS = ['yellow', 'blue', 'green', 'pink', 'white'] as const;
export type Colour = (typeof COLOURS)[number];

/** Greatest number that can be written in a field, and least below nought. */
const NUMBER_MAX = 1e12;

/** Where in a template an entry belongs: a section, or a field; after a dot the turn of a wheel or the year. */
const slot = v.pipe(
  v.string('wrong-type'),
  v.regex(/^[a-z][a-z0-9-]{0,39}(\.[0-9]{1,3})?$/, 'wrong-type'),
  v.check((name) => !(name in {}), 'wrong-type')
);

const value = v.union(
  [
    text(VALUE_MAX),
    v.pipe(
      v.number('wrong-type'),
      v.finite('wrong-type'),
      v.minValue(-NUMBER_MAX, 'wrong-type'),
      v.maxValue(NUMBER_MAX, 'wrong-type')
    )
  ],
  'wrong-type'
);
export type Value = v.InferOutput<typeof value>;
export type Values = Readonly<Record<string, Value>>;

const place = v.strictObject(
  {
    /** The ring, column, quadrant or part it lies in. */
    zone: optional(v.pipe(v.string('wrong-type'), v.regex(PART_ID, 'wrong-type'))),
    /** Thousandths from the left and from below, on a board that measures. */
    x: optional(whole(0, 1000)),
    y: optional(whole(0, 1000)),
    /** A fractional key: entries stand in the order of their keys, and of their ids where those are the same. */
    order: v.pipe(v.string('wrong-type'), v.regex(/^[0-9A-Za-z]{1,200}$/, 'wrong-type')),
    at: instant
  },
  'wrong-type'
);
export type Place = v.InferOutput<typeof place>;

/** Who signs an edit; `voice` is whoever said it, where the person at the device wrote it down for them. */
const edit = v.strictObject({ by: personId, at: instant, voice: optional(personId) }, 'wrong-type');

/** The last part of the id of what is filled in once: two devices that fill it in apart meet in one document. */
export const slotKey = derivedKey;

/** The id of what is filled in once in a sheet. */
export const loneEntryId = (worksheet: string, name: string): string => idOf('entry', worksheet, slotKey(name));

/** Fields that whoever changes them signs for. */
const SIGNED = ['values', 'links', 'removed'] as const;

/**
 * `entry:<worksheet>:<ulid>`: one row, one card, or one field of a sheet. Anybody in the municipality writes in it.
 * Where it lies and what colour it has are facts of their own with a time, so that a card that is moved while it is
 * written on is neither doubled nor put back. What was written before is kept as settled variants.
 */
export const entry = defineKind({
  name: 'entry',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (entry, last) =>
    isDerived(last) ? loneEntryId(entry.worksheet, entry.slot) : idOf('entry', entry.worksheet, last),
  shape: {
    worksheet: ref('worksheet'),
    slot,
    /** Whoever's device it was written on. */
    by: personId,
    at: instant,
    /** Whoever said it, where the person at the device wrote it down for them. */
    voice: optional(personId),
    values: recordOf(PART_ID, value, 40),
    place: optional(place),
    colour: optional(v.strictObject({ name: oneOf(COLOURS), at: instant }, 'wrong-type')),
    /** Cards this one leads to, by the last part of their ids. */
    links: optional(listOf(personId, 40)),
    edited: optional(edit),
    /** The last word on whether it is taken away, and a hash of what it said then (`contentOf`). */
    removed: optional(
      v.strictObject(
        {
          given: v.boolean('wrong-type'),
          at: instant,
          saw: v.pipe(v.string('wrong-type'), v.regex(/^[0-9a-f]{14}$/, 'wrong-type'))
        },
        'wrong-type'
      )
    )
  },
  fixed: ['worksheet', 'slot', 'by', 'at', 'voice'],
  merge: {
    values: 'texts',
    place: 'latest',
    colour: 'latest',
    links: 'set',
    edited: 'signature',
    removed: 'latest'
  },
  mayWrite: (next, previous, actor) => {
    if (previous === null) return next.by === actor.id && isSigned(next.edited, undefined, actor);
    return SIGNED.every((field) => sameContent(next[field], previous[field]))
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && next.edited.by === actor.id;
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['worksheet'],
  parent: 'worksheet'
});

export type Entry = DocumentOf<typeof entry>;

/** A short name for what an entry says. */
export const contentOf = (entry: Pick<Entry, 'values'>): string => contentHash(canonical(entry.values));

/**
 * Whether an entry is taken away. One that was changed by somebody who did not know stays where it is: what they
 * wrote is not hidden by a removal that never saw it.
 */
export const isRemoved = (entry: Pick<Entry, 'values' | 'removed'>): boolean =>
  entry.removed?.given === true && entry.removed.saw === contentOf(entry);

/** Whether somebody took it away while somebody else changed it. */
export const isDisputed = (entry: Pick<Entry, 'values' | 'removed'>): boolean =>
  entry.removed?.given === true && !isRemoved(entry);
