import { idOf } from '#lib/core/ids.ts';
import { ANSWER_DAYS, answeringOf } from '#lib/domain/ideas/answering.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { pathOf } from '#lib/domain/ideas/path.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import { STAGES } from '#lib/domain/ideas/stages.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { type Settings, SETTINGS_ID } from '#lib/domain/people/settings.ts';
import type { Documents } from './documents.ts';
import type { ApiField, ApiRow } from './resources.ts';

/** What a row of ideas says beside its id. */
export const IDEA_FIELDS: readonly ApiField[] = [
  { name: 'capturedAt', type: 'string', format: 'date-time', description: 'När idén skrevs, på enheten.' },
  { name: 'title', type: 'string', description: 'Rubrik. Kan vara tom om det finns ett behov.' },
  { name: 'need', type: 'string', description: 'Behovet.' },
  { name: 'proposal', type: 'string', description: 'Förslaget.' },
  { name: 'stage', type: 'string', words: STAGES, description: 'Läget nu.' },
  { name: 'stageSince', type: 'string', format: 'date-time', description: 'När idén kom till läget.' },
  {
    name: 'unit',
    type: 'string',
    optional: true,
    description: 'Enhetens id: dit idén skickats vidare, annars dess egen.'
  },
  { name: 'category', type: 'string', optional: true, description: 'Området: ett ord, eller id för kommunens eget.' },
  { name: 'challenge', type: 'string', optional: true, description: 'Id för utmaningen som idén svarar på.' },
  { name: 'answerBy', type: 'string', format: 'date', description: 'Dagen då svar är utlovat senast.' },
  { name: 'answeredAt', type: 'string', format: 'date-time', optional: true, description: 'När idén fick svar.' },
  { name: 'waitsForAuthor', type: 'boolean', description: 'Den som skrev har ombetts berätta mer. Klockan står.' },
  { name: 'supports', type: 'integer', description: 'Hur många som stöder just den här idén.' },
  { name: 'comments', type: 'integer', description: 'Antal kommentarer på just den här idén.' },
  { name: 'mergedInto', type: 'string', optional: true, description: 'Idén som lever vidare, om de slagits ihop.' },
  { name: 'passedTo', type: 'string', optional: true, description: 'Kommunen som idén skickats vidare till.' },
  { name: 'buildsOn', type: 'string', optional: true, description: 'Idén som den bygger vidare på.' },
  { name: 'hidden', type: 'boolean', description: 'Den som skrev har dolt sitt namn för kollegor.' },
  { name: 'editedAt', type: 'string', format: 'date-time', optional: true, description: 'När texten senast ändrades.' },
  { name: 'retractedAt', type: 'string', format: 'date-time', optional: true, description: 'När idén togs tillbaka.' }
];

/** Ideas as they stand, counted from what stands around them. */
export async function ideaRows(
  documents: readonly Envelope[],
  isStretch: boolean,
  from: Documents,
  now: string
): Promise<readonly ApiRow[]> {
  const ideas = documents as readonly Idea[];
  const ids = ideas.map(({ _id }) => _id);
  const [decisions, comments, supports, referrals, [settings]] = await Promise.all([
    from.around<Decision>('decision', ids, isStretch),
    from.around<Comment>('comment', ids, isStretch),
    from.around<Support>('support', ids, isStretch),
    from.around<Referral>('referral', ids, isStretch),
    from.byId<Settings>([idOf('settings', SETTINGS_ID)])
  ]);
  const days = settings?.answerDays ?? ANSWER_DAYS;
  return ideas.map((idea) => {
    const decided = decisions.get(idea._id) ?? [];
    const said = (comments.get(idea._id) ?? []).filter(({ retracted }) => retracted === undefined);
    const given = (supports.get(idea._id) ?? []).filter(({ state }) => state.given);
    const [referred] = (referrals.get(idea._id) ?? [])
      .filter(({ withdrawn }) => withdrawn === undefined)
      .sort((a, b) => (a.at + a._id < b.at + b._id ? 1 : -1));
    const { stage, current } = pathOf(decided);
    const { by, answeredAt = null, isPaused } = answeringOf(idea, decided, said, days, now);
    return {
      id: idea._id,
      capturedAt: idea.at,
      title: idea.title,
      need: idea.need,
      proposal: idea.proposal,
      stage,
      stageSince: current?.at ?? idea.at,
      unit: referred?.unit ?? idea.unit ?? null,
      category: idea.category ?? null,
      challenge: idea.challenge ?? null,
      answerBy: by,
      answeredAt,
      waitsForAuthor: answeredAt === null && isPaused,
      supports: given.length,
      comments: said.length,
      mergedInto: current?.into ?? null,
      passedTo: referred?.municipality ?? null,
      buildsOn: idea.buildsOn ?? null,
      hidden: idea.hidden === true,
      editedAt: idea.edited?.at ?? null,
      retractedAt: idea.retracted?.at ?? null
    };
  });
}
