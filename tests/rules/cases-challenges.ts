import { changes, creates, type RuleCase } from './case.ts';
import {
  AT,
  erased,
  HIDDEN_IDEA,
  IDS,
  LATER,
  like,
  ORIGINAL,
  type Player,
  RIGHT,
  SOUND,
  THUMBNAIL,
  type Wild,
  without
} from './cast.ts';

// Challenges, and what a municipality asks beside every idea: who asks, who answers, who tells what came of it.

const PERSONAL_NUMBER = '19121212-1212';
const PLAYERS: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];
const ASKERS: readonly Player[] = ['coach', 'manager', 'leader'];
const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const yesFor = (players: readonly Player[], player: Player) => (players.includes(player) ? 'ok' : 'not-allowed');

const challenge = (fields: Wild = {}): Wild => like('challenge', fields);
const TOLD = { closed: mark('leader'), result: 'Vi provar två av dem.', resultAt: mark('leader') };

const asking: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} asks for ideas`, player, challenge({ by: IDS[player] }), yesFor(ASKERS, player))
  ),
  creates('a stranger asks for ideas', 'stranger', challenge({ by: IDS.stranger }), 'not-member'),
  creates('the coordinator asks in the region', 'coordinator', challenge({ by: IDS.coordinator }), 'ok', 'fyrbodal'),
  creates('a member asks in the region', 'member', challenge({ by: IDS.member }), 'not-allowed', 'fyrbodal'),
  creates('a partner asks where needs are', 'partner', challenge({ by: IDS.partner }), 'wrong-space', 'fyrbodal-behov'),
  creates('a coach asks in a leader’s name', 'coach', challenge(), 'not-allowed'),
  creates('a challenge without words', 'leader', challenge({ text: ' ' }), 'empty text'),
  creates('a challenge without a name', 'leader', challenge({ title: '' }), 'empty title'),
  creates(
    'a challenge that ends before it begins',
    'leader',
    challenge({ closes: '2026-11-22' }),
    'invalid-field closes'
  ),
  creates('a challenge of one day', 'leader', challenge({ closes: '2026-11-23' }), 'ok'),
  creates('a challenge that ends on no day', 'leader', challenge({ closes: '2026-02-30' }), 'wrong-type closes'),
  creates('a challenge without an end', 'leader', without('challenge', 'closes'), 'wrong-type closes'),
  creates(
    'a personal number in a challenge',
    'leader',
    challenge({ text: `Om ${PERSONAL_NUMBER}` }),
    'personal-number text'
  ),
  creates(
    'a personal number in a challenge’s criteria',
    'leader',
    challenge({ criteria: PERSONAL_NUMBER }),
    'personal-number criteria'
  ),
  creates('a challenge with criteria', 'leader', challenge({ criteria: 'Ska gå att prova på en natt.' }), 'ok'),
  ...PLAYERS.map((player) =>
    changes(
      `${player} changes a leader’s challenge`,
      player,
      challenge(),
      challenge({ closes: '2026-12-31', edited: mark(player) }),
      yesFor(ASKERS, player)
    )
  ),
  changes('a challenge is changed without signing', 'coach', challenge(), challenge({ title: 'Annat' }), 'not-allowed'),
  changes(
    'a challenge is changed in another’s name',
    'coach',
    challenge(),
    challenge({ title: 'Annat', edited: mark('leader') }),
    'not-allowed'
  ),
  changes('a challenge changes hands', 'coach', challenge(), challenge({ by: IDS.coach }), 'fixed-field by'),
  changes('a leader tells what came of it', 'leader', challenge(), challenge(TOLD), 'ok'),
  changes('a member tells what came of it', 'member', challenge(), challenge(TOLD), 'not-allowed'),
  changes('a coach tells what came of it in a leader’s name', 'coach', challenge(), challenge(TOLD), 'not-allowed'),
  changes(
    'a result without anybody who tells it',
    'leader',
    challenge(),
    challenge({ result: 'Vi provar två av dem.' }),
    'invalid-field result'
  ),
  changes(
    'nothing came of it, and no words',
    'leader',
    challenge(),
    challenge({ ...TOLD, result: ' ' }),
    'empty result'
  ),
  changes(
    'a result is told in other words by a coach',
    'coach',
    challenge(TOLD),
    challenge({ ...TOLD, result: 'Vi provar tre.', resultAt: mark('coach') }),
    'ok'
  ),
  changes(
    'a result is put in a leader’s mouth',
    'coach',
    challenge(TOLD),
    challenge({ ...TOLD, result: 'Vi provar tre.' }),
    'not-allowed'
  ),
  changes(
    'a personal number in a result',
    'leader',
    challenge(),
    challenge({ ...TOLD, result: PERSONAL_NUMBER }),
    'personal-number result'
  ),
  changes('an ended challenge opens again', 'leader', challenge(TOLD), challenge(), 'not-allowed'),
  changes(
    'a coach ends a challenge in a leader’s name',
    'coach',
    challenge(),
    challenge({ closed: mark('leader') }),
    'not-allowed'
  ),
  changes('an admin erases a challenge', 'admin', challenge(), erased('challenge'), 'ok'),
  changes('a leader erases a challenge', 'leader', challenge(), erased('challenge'), 'erasure-not-allowed')
];

const picture = (fields: Wild = {}): Wild => like('picture', fields);
const pictures: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} puts a picture to a challenge`, player, picture({ by: IDS[player] }), yesFor(ASKERS, player))
  ),
  creates('a picture in another’s name', 'coach', picture(), 'not-allowed'),
  creates(
    'a challenge’s picture with its thumbnail',
    'leader',
    picture({ _attachments: { original: ORIGINAL, thumbnail: THUMBNAIL } }),
    'ok'
  ),
  creates('a sound as a picture', 'leader', picture({ _attachments: { original: SOUND } }), 'attachment original'),
  creates(
    'a picture of an idea as a challenge’s',
    'leader',
    picture({ challenge: RIGHT.idea._id }),
    'wrong-type challenge'
  ),
  changes(
    'a picture moves to another challenge',
    'leader',
    picture(),
    picture({ challenge: 'challenge:' + IDS.leader }),
    'fixed-field challenge'
  ),
  ...PLAYERS.map((player) =>
    changes(
      `${player} erases a challenge’s picture`,
      player,
      picture(),
      erased('picture'),
      player === 'member' ? 'erasure-not-allowed' : 'ok'
    )
  )
];

const field = (fields: Wild = {}): Wild => like('field', fields);
const OWN = { challenge: RIGHT.challenge._id };
const fields: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} asks something of every idea`, player, field(), yesFor(['coach', 'admin'], player))
  ),
  ...PLAYERS.map((player) =>
    creates(
      `${player} asks something of a challenge’s ideas`,
      player,
      field(OWN),
      yesFor(['coach', 'admin', 'manager', 'leader'], player)
    )
  ),
  creates('the coordinator asks something in the region', 'coordinator', field(), 'ok', 'fyrbodal'),
  creates('a question without words', 'admin', field({ label: ' ' }), 'empty label'),
  creates('a question of no kind', 'admin', field({ type: 'date' }), 'wrong-type type'),
  creates('a choice between nothing', 'admin', field({ type: 'choice' }), 'invalid-field options'),
  creates('a choice', 'admin', field({ type: 'choice', options: ['Dag', 'Natt'] }), 'ok'),
  creates(
    'a choice between one and the same',
    'admin',
    field({ type: 'choice', options: ['Dag', 'Dag'] }),
    'wrong-type options'
  ),
  creates('a number to choose between', 'admin', field({ type: 'number', options: ['1'] }), 'invalid-field options'),
  creates('a question that is nowhere', 'admin', without('field', 'order'), 'wrong-type order'),
  creates('a personal number in a question', 'admin', field({ label: PERSONAL_NUMBER }), 'personal-number label'),
  creates('a personal number in a question’s help', 'admin', field({ help: PERSONAL_NUMBER }), 'personal-number help'),
  creates(
    'a personal number to choose',
    'admin',
    field({ type: 'choice', options: ['Ja', PERSONAL_NUMBER] }),
    'personal-number options'
  ),
  changes('a coach closes a question', 'coach', field(), field({ closed: true }), 'ok'),
  changes(
    'a leader closes a question of the municipality’s',
    'leader',
    field(),
    field({ closed: true }),
    'not-allowed'
  ),
  changes('a leader closes a challenge’s question', 'leader', field(OWN), field({ ...OWN, closed: true }), 'ok'),
  changes('a leader makes a challenge’s question everybody’s', 'leader', field(OWN), field(), 'fixed-field challenge'),
  changes('a question takes another kind of answer', 'admin', field(), field({ type: 'number' }), 'fixed-field type'),
  changes('a member moves a question', 'member', field(), field({ order: 1 }), 'not-allowed'),
  changes('a coach erases a question', 'coach', field(), erased('field'), 'erasure-not-allowed'),
  changes('an admin erases a question', 'admin', field(), erased('field'), 'ok')
];

const answer = (fields: Wild = {}): Wild => like('fieldvalue', fields);
const hiddenAnswer = answer({
  _id: RIGHT.fieldvalue._id.replace('1DEA01', '1DEA02'),
  idea: HIDDEN_IDEA,
  by: IDS.authorAlias
});
const answers: RuleCase[] = [
  creates('the author answers a question', 'author', answer(), 'ok'),
  creates('the author answers as their alias', 'author', hiddenAnswer, 'ok'),
  creates('a member answers as the author’s alias', 'member', hiddenAnswer, 'not-allowed'),
  creates('a coach answers in the author’s name', 'coach', answer(), 'not-allowed'),
  creates('a stranger answers', 'stranger', answer({ by: IDS.stranger }), 'not-member'),
  creates('an answer that was taken back', 'author', answer({ value: '' }), 'ok'),
  creates(
    'a personal number as an answer',
    'author',
    answer({ value: `Ring ${PERSONAL_NUMBER}` }),
    'personal-number value'
  ),
  creates('an answer too long', 'author', answer({ value: 'x'.repeat(2001) }), 'too-long value'),
  creates('a number that is no text as an answer', 'author', answer({ value: 3 }), 'wrong-type value'),
  creates(
    'an answer to another question than its id says',
    'author',
    answer({ field: 'field:' + IDS.author }),
    'wrong-id'
  ),
  changes('the author answers in other words', 'author', answer(), answer({ value: 'Var dag', at: LATER }), 'ok'),
  changes('a coach changes an answer', 'coach', answer(), answer({ value: 'Aldrig', at: LATER }), 'not-allowed'),
  changes('a member takes an answer over', 'member', answer(), answer({ by: IDS.member }), 'fixed-field by'),
  changes('the author erases an answer', 'author', answer(), erased('fieldvalue'), 'erasure-not-allowed'),
  changes('an admin erases an answer', 'admin', answer(), erased('fieldvalue'), 'ok')
];

const category = (fields: Wild = {}): Wild => like('category', fields);
const categories: RuleCase[] = [
  ...PLAYERS.map((player) => creates(`${player} makes a category`, player, category(), yesFor(['admin'], player))),
  creates('the coordinator makes a category in the region', 'coordinator', category(), 'ok', 'fyrbodal'),
  creates('a category without a name', 'admin', category({ name: '' }), 'empty name'),
  creates('a personal number as a category', 'admin', category({ name: PERSONAL_NUMBER }), 'personal-number name'),
  changes('an admin closes a category', 'admin', category(), category({ closed: true }), 'ok'),
  changes('an admin opens a category again', 'admin', category({ closed: true }), category(), 'ok'),
  changes('a coach renames a category', 'coach', category(), category({ name: 'Natt' }), 'not-allowed'),
  changes('an admin erases a category', 'admin', category(), erased('category'), 'ok'),
  creates('an idea of a category of one’s own', 'author', like('idea', { category: RIGHT.category._id, at: AT }), 'ok'),
  creates('an idea that answers a challenge', 'author', like('idea', { challenge: RIGHT.challenge._id }), 'ok'),
  changes(
    'a coach says which challenge a parked idea answers',
    'coach',
    like('idea'),
    like('idea', { challenge: RIGHT.challenge._id, edited: mark('coach') }),
    'ok'
  ),
  changes(
    'a leader says which challenge an idea answers',
    'leader',
    like('idea'),
    like('idea', { challenge: RIGHT.challenge._id, edited: mark('leader') }),
    'not-allowed'
  )
];

export const CHALLENGES: readonly RuleCase[] = [...asking, ...pictures, ...fields, ...answers, ...categories];
