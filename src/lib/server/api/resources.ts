import { BENEFIT_STATES, type Benefit, FINDINGS, PERIODS } from '#lib/domain/benefit/benefit.ts';
import type { Challenge } from '#lib/domain/challenges/challenge.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { GRANTS, STAGES } from '#lib/domain/ideas/stages.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Unit } from '#lib/domain/people/unit.ts';
import type { Documents } from './documents.ts';
import { IDEA_FIELDS, ideaRows } from './idea-rows.ts';

/** One member of a row, as the description of the API tells it. */
export interface ApiField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly format?: 'date' | 'date-time';
  readonly words?: readonly string[];
  /** It may be absent, which in JSON is null. */
  readonly optional?: true;
  readonly description: string;
}

export type ApiRow = Readonly<Record<string, string | number | boolean | null>>;

/** A list that systems may read. Nobody's name or id is in any of them. */
export interface Resource {
  readonly name: string;
  readonly description: string;
  /** The kind whose documents its rows are. */
  readonly kind: string;
  readonly fields: readonly ApiField[];
  /** The id of the row that a changed document belongs to; undefined where it changes none. */
  rowOf(id: string): string | undefined;
  /**
   * @param isStretch the documents follow on each other with none between
   * @param now ISO
   */
  rows(documents: readonly Envelope[], isStretch: boolean, from: Documents, now: string): Promise<readonly ApiRow[]>;
}

const ID: ApiField = { name: 'id', type: 'string', description: 'Radens id. Ändras aldrig.' };

const ofKind =
  (kind: string) =>
  (id: string): string | undefined =>
    id.startsWith(kind + ':') ? id : undefined;

/** A list whose rows say what their documents say, and nothing else. */
function plain<D extends Envelope>(
  name: string,
  kind: string,
  description: string,
  fields: readonly ApiField[],
  row: (document: D) => ApiRow
): Resource {
  return {
    name,
    kind,
    description,
    fields: [ID, ...fields],
    rowOf: ofKind(kind),
    rows: async (documents) => (documents as unknown as D[]).map((document) => ({ id: document._id, ...row(document) }))
  };
}

const decisions = plain<Decision>(
  'decisions',
  'decision',
  'Beslut om idéer, med skäl.',
  [
    { name: 'idea', type: 'string', description: 'Idéns id.' },
    { name: 'at', type: 'string', format: 'date-time', description: 'När beslutet togs.' },
    { name: 'from', type: 'string', words: STAGES, description: 'Läget före.' },
    { name: 'to', type: 'string', words: STAGES, description: 'Läget efter.' },
    { name: 'reason', type: 'string', description: 'Skälet, som det står skrivet.' },
    { name: 'grants', type: 'string', words: GRANTS, optional: true, description: 'Vad beslutet ger.' },
    { name: 'hours', type: 'integer', optional: true, description: 'Beviljad arbetstid, timmar.' },
    { name: 'kronor', type: 'integer', optional: true, description: 'Beviljade pengar, kronor.' },
    { name: 'into', type: 'string', optional: true, description: 'Idén som lever vidare, där två slogs ihop.' },
    {
      name: 'withdrawnAt',
      type: 'string',
      format: 'date-time',
      optional: true,
      description: 'När beslutet togs tillbaka. Då gäller det inte.'
    }
  ],
  ({ idea, at, from, to, reason, grants = null, hours = null, kronor = null, into = null, withdrawn }) => ({
    idea,
    at,
    from,
    to,
    reason,
    grants,
    hours,
    kronor,
    into,
    withdrawnAt: withdrawn?.at ?? null
  })
);

const units = plain<Unit>(
  'units',
  'unit',
  'Kommunens enheter.',
  [
    { name: 'name', type: 'string', description: 'Vad enheten heter.' },
    { name: 'closed', type: 'boolean', description: 'Enheten kan inte väljas för nya idéer.' }
  ],
  ({ name, closed = false }) => ({ name, closed })
);

const challenges = plain<Challenge>(
  'challenges',
  'challenge',
  'Utmaningar: frågor som kommunen vill ha idéer om.',
  [
    { name: 'at', type: 'string', format: 'date-time', description: 'När utmaningen skrevs.' },
    { name: 'title', type: 'string', description: 'Rubrik.' },
    { name: 'text', type: 'string', description: 'Frågan.' },
    { name: 'criteria', type: 'string', optional: true, description: 'Vad idéerna bedöms efter.' },
    { name: 'opens', type: 'string', format: 'date', description: 'Första dagen.' },
    { name: 'closes', type: 'string', format: 'date', description: 'Sista dagen.' },
    {
      name: 'closedAt',
      type: 'string',
      format: 'date-time',
      optional: true,
      description: 'När den avslutades för hand.'
    },
    { name: 'result', type: 'string', optional: true, description: 'Vad det blev av den.' },
    { name: 'resultAt', type: 'string', format: 'date-time', optional: true, description: 'När resultatet berättades.' }
  ],
  ({ at, title, text, criteria = null, opens, closes, closed, result = null, resultAt }) => ({
    at,
    title,
    text,
    criteria,
    opens,
    closes,
    closedAt: closed?.at ?? null,
    result,
    resultAt: resultAt?.at ?? null
  })
);

const perWords = { words: PERIODS, optional: true } as const;

const benefits = plain<Benefit>(
  'benefits',
  'benefit',
  'Vad som sagts om idéers nytta: planerad, nådd, uppskjuten eller omöjlig att mäta.',
  [
    { name: 'idea', type: 'string', description: 'Idéns id.' },
    { name: 'at', type: 'string', format: 'date-time', description: 'När det skrevs.' },
    { name: 'state', type: 'string', words: BENEFIT_STATES, description: 'Vad det är som sägs.' },
    {
      name: 'on',
      type: 'string',
      format: 'date',
      description: 'Dagen det gäller: till när, när, eller uppskjuten till.'
    },
    { name: 'hours', type: 'integer', optional: true, description: 'Arbetstimmar. Plus är vunnet.' },
    { name: 'hoursPer', type: 'string', ...perWords, description: 'Hur ofta timmarna kommer.' },
    { name: 'kronor', type: 'integer', optional: true, description: 'Kronor. Plus är vunnet.' },
    { name: 'kronorPer', type: 'string', ...perWords, description: 'Hur ofta kronorna kommer.' },
    { name: 'quality', type: 'string', optional: true, description: 'Kvalitet, i ord.' },
    { name: 'scale', type: 'integer', optional: true, description: 'Hur det blev, 1 (sämre) till 5 (mycket bättre).' },
    { name: 'followUp', type: 'integer', optional: true, description: 'Uppföljningen det svarar på, månader efter.' },
    { name: 'how', type: 'string', words: FINDINGS, optional: true, description: 'Hur det kom fram.' },
    { name: 'reason', type: 'string', optional: true, description: 'Varför det sköts upp eller inte går att mäta.' },
    { name: 'replaces', type: 'string', optional: true, description: 'Raden som den här ersätter.' },
    {
      name: 'withdrawnAt',
      type: 'string',
      format: 'date-time',
      optional: true,
      description: 'När det togs tillbaka. Då gäller det inte.'
    }
  ],
  ({ idea, at, state, on, hours, kronor, withdrawn, ...said }) => ({
    idea,
    at,
    state,
    on,
    hours: hours?.amount ?? null,
    hoursPer: hours?.per ?? null,
    kronor: kronor?.amount ?? null,
    kronorPer: kronor?.per ?? null,
    quality: said.quality ?? null,
    scale: said.scale ?? null,
    followUp: said.followUp ?? null,
    how: said.how ?? null,
    reason: said.reason ?? null,
    replaces: said.replaces ?? null,
    withdrawnAt: withdrawn?.at ?? null
  })
);

const ideas: Resource = {
  name: 'ideas',
  kind: 'idea',
  description: 'Idéer, med läge, svar, stöd och kommentarer som de är just nu.',
  fields: [ID, ...IDEA_FIELDS],
  rowOf: (id) => {
    const [kind = '', idea] = id.split(':');
    if (kind === 'idea') return id;
    return ['decision', 'comment', 'support', 'referral'].includes(kind) ? 'idea:' + idea : undefined;
  },
  rows: ideaRows
};

/** Every list there is. A new one is a line here. */
export const RESOURCES: readonly Resource[] = [ideas, decisions, benefits, units, challenges];
