import type * as v from 'valibot';
import type { Actor, SpaceType } from './actor.ts';

/** What the server knows of one attachment before it is stored. */
export interface AttachmentInfo {
  readonly content_type: string;
  /** Bytes. Absent only while a writer sends the bytes themselves, base64, in `data`. */
  readonly length?: number;
  readonly data?: unknown;
  readonly digest?: string;
  readonly stub?: boolean;
  readonly revpos?: number;
}

/** What every document carries beside its kind's own fields. */
export interface Envelope {
  readonly _id: string;
  readonly _rev?: string;
  readonly _deleted?: boolean;
  readonly _attachments?: Readonly<Record<string, AttachmentInfo>>;
}

/**
 * How a field joins when it was changed on both sides of a base:
 * - `text`: line by line; where that overlaps theirs stays and mine becomes a variant
 * - `choice`: theirs stays and mine becomes a variant
 * - `latest`: the one with the greater `at` stays (both sides meant the same act)
 * - `signature`: mine where anything of mine is in the joined document, since I am the one who writes it
 * - `set`: both sides' additions stay, both sides' removals too
 * - `each`: values by name, each for itself: the later where they have a time, otherwise as `choice`
 * - `texts`: values by name, each for itself as `text`; what loses is kept under `<field>.<name>`
 */
export type MergeStrategy = 'text' | 'choice' | 'latest' | 'signature' | 'set' | 'each' | 'texts';

export type Entries = v.ObjectEntries;
export type Fields<E extends Entries> = v.InferOutput<v.StrictObjectSchema<E, undefined>>;

/** Which attachments a kind may carry. */
export interface AttachmentRule {
  readonly types: readonly string[];
  readonly maxBytes: number;
}

/** One document type, declared once. Tables, ids, write rules, merge and columns derive from it. */
export interface Kind<Name extends string = string, E extends Entries = Entries, Fixed extends keyof E = keyof E> {
  /** The first segment of every id of this kind. */
  readonly name: Name;
  /** Stands as `v` on every document; a reader leaves versions it does not know alone. */
  readonly version: number;
  /** Where such documents may live. */
  readonly spaces: readonly SpaceType[];
  /** The only id this document may have; `last` is the last segment of the id it came with. */
  id(fields: Fields<E>, last: string): string;
  readonly shape: E;
  /** Fields that never change once written. */
  readonly fixed: readonly Fixed[];
  /** How each of the others joins. */
  readonly merge: Readonly<Record<Exclude<keyof E, Fixed>, MergeStrategy>>;
  /** Whether the actor may make `next` out of `previous` (null: it is new). The shape is already right. */
  mayWrite(next: Fields<E>, previous: Fields<E> | null, actor: Actor, id: string): boolean;
  /** Whether the actor may erase the document, by law or because it should never have been. */
  mayErase(previous: Fields<E>, actor: Actor): boolean;
  /** A document of this kind may be written anew under an erased one's id, which says nothing of what it held. */
  readonly returns?: true;
  /**
   * Whether this is one that two may write under one id apart, and that belongs to whoever wrote it first: then that
   * stands as it is, and what the other said is kept beside it.
   */
  readonly firstStands?: (fields: Fields<E>) => boolean;
  /** A rule over several fields; the name of the field that is wrong, or null. */
  readonly invalid?: (fields: Fields<E>) => (keyof E & string) | null;
  readonly attachments?: Readonly<Record<string, AttachmentRule>>;
  /** Fields the device's table is found by, beside the id. */
  readonly index: readonly (keyof E & string)[];
  /** The document an entry of this kind belongs to, which is how lists name what waits. */
  readonly parent?: keyof E & string;
}

/** The document of a kind: envelope, version and fields. */
export type DocumentOf<K> =
  K extends Kind<string, infer E, infer _Fixed> ? Envelope & { readonly v: number } & Readonly<Fields<E>> : never;

/** Declares a kind. The return type keeps the shape, so documents are typed by inference. */
export const defineKind = <const Name extends string, E extends Entries, const Fixed extends keyof E>(
  kind: Kind<Name, E, Fixed>
): Kind<Name, E, Fixed> => kind;
