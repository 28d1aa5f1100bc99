import type { Mark } from '../shapes.ts';

/** What may have happened, in the order that choices are shown in. */
export const HAPPENING_TYPES = [
  'answered',
  'asked',
  'decided',
  'mentioned',
  'commented',
  'merged',
  'passedOn',
  'dueSoon',
  'overdue',
  'followUpDue',
  'taskGiven',
  'meetingCalled',
  'challengeOpened',
  'challengeResult',
  'storyTold'
] as const;
export type HappeningType = (typeof HAPPENING_TYPES)[number];

/**
 * Why somebody hears of something. `member`: of the working group, or of the municipality that asks. `participant`:
 * they have said something about an idea that answers the challenge.
 */
export type Because =
  'author' | 'coauthor' | 'supporter' | 'follower' | 'mentioned' | 'assigned' | 'coach' | 'member' | 'participant';

/** Something that happened and concerns a person. */
export interface Happening {
  /** The same on every device and on the server: it follows from the document. */
  readonly id: string;
  readonly type: HappeningType;
  /** When it happened by its writer's clock, or the morning of the day on which a day came near; ISO. */
  readonly at: string;
  /** The idea it is about, which is the one that lives on where ideas were merged; absent where it is about none. */
  readonly idea?: string;
  /** The document that tells of it. */
  readonly subject: string;
  readonly because: Because;
  /** Whoever did it, who may be an alias; absent where nobody did. */
  readonly by?: string;
}

/** Whoever the happenings are for. */
export interface Reader {
  /** Their id, and their alias where they have one. */
  readonly ids: readonly string[];
  /** As in an account: `uddevalla:coach`. */
  readonly roles: readonly string[];
  /** The space that the documents are from. */
  readonly space: string;
}

/** Whether the reader is this person, under one name or another. */
export const isReader = ({ ids }: Pick<Reader, 'ids'>, id: string | undefined): boolean =>
  id !== undefined && ids.indexOf(id) >= 0;

/** Whoever changed a document last, and when. */
export const lastMark = (document: { readonly by: string; readonly at: string; readonly edited?: Mark | undefined }) =>
  document.edited ?? { by: document.by, at: document.at };

/** The last first. */
export const latestFirst = (a: Happening, b: Happening): number =>
  a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : -1;
