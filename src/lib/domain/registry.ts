import { kindName } from '#lib/core/ids.ts';
import { comment } from './ideas/comment.ts';
import { decision } from './ideas/decision.ts';
import { idea } from './ideas/idea.ts';
import { photo } from './ideas/photo.ts';
import { recording } from './ideas/recording.ts';
import { support } from './ideas/support.ts';
import type { Entries, Kind } from './kind.ts';
import { person } from './people/person.ts';
import { unit } from './people/unit.ts';
import { variant } from './variant.ts';

/** Every kind there is. A new one is its file, its test and a line here. */
export const kinds = { idea, comment, support, decision, photo, recording, variant, unit, person } as const;

export type KindName = keyof typeof kinds;

/** A kind as the machinery sees it, whatever its fields. */
export type AnyKind = Kind<KindName, Entries, string>;

export const KIND_NAMES = Object.keys(kinds) as KindName[];

/** The kind an id names, or undefined where no such kind exists. */
export const kindOfId = (id: string): AnyKind | undefined => kindNamed(kindName(id));

/** The kind with that name, or undefined. */
export const kindNamed = (name: string): AnyKind | undefined =>
  Object.prototype.hasOwnProperty.call(kinds, name) ? (kinds[name as KindName] as unknown as AnyKind) : undefined;
