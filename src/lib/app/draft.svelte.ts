import type { DraftContent } from '#lib/store/drafts.ts';
import { latestWins } from './latest-wins.ts';
import { session } from './session.svelte.ts';

/** The ulid of a sheet that a template is tried on: nothing that is written there is kept. */
export const SCRATCH = '0'.repeat(26);

/** Something being written, on the disk as it is typed. */
export class DraftKeeper {
  /** The disk said no; the words are on the screen only. */
  failed = $state(false);

  readonly #id: string;
  /** Null forgets the words: they have been saved or let go. */
  readonly #writes = latestWins<DraftContent | null>(
    async (content) => {
      const { store } = session;
      if (content === null) await store.dropDraft(this.#id);
      else await store.saveDraft(this.#id, content);
    },
    (error) => (this.failed = error !== undefined)
  );

  /** @param id one draft for each thing that is written on: `commentDraft`, `changeDraft` */
  constructor(id: string) {
    this.#id = id;
  }

  /** What was being written here last time, or undefined. */
  async read(): Promise<Readonly<Record<string, unknown>> | undefined> {
    return (await this.readWhole())?.fields;
  }

  /** The same with its pictures. */
  readWhole(): Promise<DraftContent | undefined> {
    return session.store.draft(this.#id);
  }

  save(fields: Readonly<Record<string, unknown>>, blobs: DraftContent['blobs'] = []): void {
    if (this.#id.startsWith(`blad/${SCRATCH}/`)) return;
    this.#writes.put({ fields, blobs });
  }

  /** Resolves when the last words are on the disk; rejects when they could not be put there. */
  flush(): Promise<void> {
    return this.#writes.settled();
  }

  drop(): void {
    this.#writes.put(null);
  }
}

/** The draft of a change to an idea, by its ulid. */
export const changeDraft = (idea: string): string => 'andra/' + idea;

/** The draft of a comment on an idea, by its ulid. */
export const commentDraft = (idea: string): string => 'kommentar/' + idea;

/** The draft of new development work, about an idea or a challenge by its ulid, or about nothing yet. */
export const workDraft = (about: 'ide' | 'utmaning' | 'ny', id = ''): string => `arbete/${about}/${id}`;

/** The draft of a new working group. */
export const GROUP_DRAFT = 'grupp/ny';

/** The draft of a meeting's notes, by the group's ulid and the meeting's, or `ny`. */
export const meetingDraft = (group: string, meeting: string): string => `mote/${group}/${meeting}`;

/** The draft of a group's decision, by the group's ulid. */
export const groupDecisionDraft = (group: string): string => 'gruppbeslut/' + group;
/** The draft of a challenge, by its ulid; of a new one without. */
export const challengeDraft = (challenge = 'ny'): string => 'utmaning/' + challenge;

/** The draft of what came of a challenge, by its ulid. */
export const resultDraft = (challenge: string): string => 'resultat/' + challenge;
/** The draft of one's answers about an idea in a round of assessment, by their ulids. */
export const assessmentDraft = (round: string, idea: string): string => `bedomning/${idea}/${round}`;
/** The draft of a decision about an idea, by its ulid. */
export const decisionDraft = (idea: string): string => 'beslut/' + idea;

/** The draft of a merge of an idea with another, by its ulid. */
export const mergeDraft = (idea: string): string => 'sammanslagning/' + idea;

/** The draft of what is planned or reached of an idea's benefit, by its ulid. */
export const benefitDraft = (idea: string, form: 'planned' | 'reached'): string => `nytta/${idea}/${form}`;

/** The draft of why a follow-up is answered without a number, by its idea's ulid. */
export const followUpDraft = (idea: string, months: number): string => `nytta/${idea}/${months}`;

/** The draft of a story, by its ulid; of a new one by its idea's. */
export const storyDraft = (idea: string, story = 'ny'): string => `berattelse/${idea}/${story}`;

/** The draft of a template, or of the version that comes after it: by its ulid, or as `persona.1`. */
export const templateDraft = (template: string): string => 'mall/' + template;

/** Where a draft is gone on with. */
export function draftPath(id: string): string {
  const [what, idea, round] = id.split('/');
  if (what === 'bedomning' && idea !== undefined && round !== undefined) return `/bedomning/${round}?ide=${idea}`;
  if (what === 'arbete') return idea === 'ny' ? '/metod/ny' : `/metod/ny?${idea ?? ''}=${round ?? ''}`;
  if (what === 'mall' && idea !== undefined) return `/metod/mallar/${idea}`;
  if (what === 'blad' && idea !== undefined) return `/metod/blad/${idea}`;
  if (what === 'andra' && idea !== undefined) return `/ideer/${idea}/andra`;
  if (id === GROUP_DRAFT) return '/samverkan/ny-grupp';
  if (what === 'mote' || what === 'gruppbeslut') return `/samverkan/grupp/${idea ?? ''}`;
  if (what === 'utmaning' && idea !== undefined) return idea === 'ny' ? '/utmaningar/ny' : `/utmaningar/${idea}/andra`;
  if (what === 'resultat' && idea !== undefined) return `/utmaningar/${idea}?beratta`;
  if (what === 'nytta' && idea !== undefined) return `/ideer/${idea}/nytta`;
  if (what === 'berattelse' && idea !== undefined && round !== undefined)
    return round === 'ny' ? `/berattelser/ny?ide=${idea}` : `/berattelser/${round}/andra`;
  if (what === 'svar' && idea !== undefined) return `/inkorg?ide=${idea}`;
  if (what === 'sammanslagning' && idea !== undefined) return `/ideer/${idea}/sla-ihop`;
  if ((what === 'kommentar' || what === 'beslut') && idea !== undefined) return `/ideer/${idea}`;
  return `/ny?utkast=${encodeURIComponent(id)}`;
}
