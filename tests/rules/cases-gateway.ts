import { changes, creates, type RuleCase } from './case.ts';
import { DECISION, erased, IDEA, IDS, LATER, like, type Player, RIGHT, type Wild } from './cast.ts';

// The idea's path: who decides what, passes on, answers, follows and lets in.

const OTHER_IDEA = RIGHT.idea._id.replace('1DEA01', '1DEA09');
const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const decision = (player: keyof typeof IDS, fields: Wild): Wild => like('decision', { by: IDS[player], ...fields });

const DEVELOP = { from: 'bedoms', to: 'utvecklas', grants: 'tid', hours: 4 };
const TEST = { from: 'utvecklas', to: 'testas', grants: 'pengar', kronor: 20_000 };
const INTRODUCE = { from: 'testas', to: 'infors', grants: 'skala-upp' };
const ROLES: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];

const decisions: RuleCase[] = [
  ...(
    [
      ['receives', { from: 'ny', to: 'mottagen' }, ['coach', 'manager', 'leader']],
      ['asks for more', { from: 'mottagen', to: 'komplettering' }, ['coach', 'manager', 'leader']],
      ['parks', { from: 'bedoms', to: 'vilande' }, ['coach', 'manager', 'leader']],
      ['closes', { from: 'testas', to: 'avslutad' }, ['coach', 'manager', 'leader']],
      ['grants time', DEVELOP, ['manager', 'leader']],
      ['grants money', TEST, ['manager', 'leader']],
      ['grants scale', INTRODUCE, ['manager', 'leader']],
      ['puts in use', { from: 'infors', to: 'i-drift' }, ['coach', 'manager', 'leader']]
    ] as const
  ).flatMap(([what, fields, allowed]) =>
    ROLES.map((player) =>
      creates(
        `${player} ${what}`,
        player,
        decision(player, fields),
        (allowed as readonly string[]).includes(player) ? 'ok' : 'not-allowed'
      )
    )
  ),
  creates('money with a decision that grants none', 'coach', like('decision', { kronor: 5 }), 'invalid-field kronor'),
  creates('time with a decision that grants none', 'coach', like('decision', { hours: 5 }), 'invalid-field hours'),
  creates('no hours at all', 'manager', decision('manager', { ...DEVELOP, hours: 0 }), 'wrong-type hours'),
  creates('half a krona', 'manager', decision('manager', { ...TEST, kronor: 0.5 }), 'wrong-type kronor'),
  creates('a merge into nothing', 'coach', like('decision', { to: 'sammanslagen' }), 'invalid-field into'),
  creates('a merge into itself', 'coach', like('decision', { to: 'sammanslagen', into: IDEA }), 'invalid-field into'),
  creates('a merge into another', 'coach', like('decision', { to: 'sammanslagen', into: OTHER_IDEA }), 'ok'),
  creates(
    'another idea where nothing is merged',
    'coach',
    like('decision', { into: OTHER_IDEA }),
    'invalid-field into'
  ),
  creates('a decision that follows another', 'coach', like('decision', { follows: [DECISION] }), 'ok'),
  creates('a decision that follows an idea', 'coach', like('decision', { follows: [IDEA] }), 'wrong-type follows'),
  creates(
    'a decision that follows one twice',
    'coach',
    like('decision', { follows: [DECISION, DECISION] }),
    'wrong-type follows'
  ),
  creates(
    'whoever settles between two may stay where it stands',
    'coach',
    like('decision', { from: 'avslutad', to: 'avslutad', follows: [DECISION, DECISION.slice(0, -1) + '7'] }),
    'ok'
  ),
  creates(
    'a coach does not grant money by settling between two',
    'coach',
    like('decision', { ...TEST, from: 'avslutad', follows: [DECISION, DECISION.slice(0, -1) + '7'] }),
    'not-allowed'
  ),
  changes(
    'a decision is withdrawn by whoever made it',
    'coach',
    like('decision'),
    like('decision', { withdrawn: mark('coach') }),
    'ok'
  ),
  changes(
    'a decision is withdrawn by another',
    'manager',
    like('decision'),
    like('decision', { withdrawn: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'a decision is withdrawn in a manager’s name',
    'coach',
    like('decision'),
    like('decision', { withdrawn: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'a withdrawn decision stands again',
    'coach',
    like('decision', { withdrawn: mark('coach') }),
    like('decision'),
    'not-allowed'
  ),
  changes(
    'a decision is changed as it is withdrawn',
    'coach',
    like('decision'),
    like('decision', { withdrawn: mark('coach'), to: 'avslutad' }),
    'fixed-field to'
  )
];

const conversation: RuleCase[] = [
  creates('an answer by a coach', 'coach', like('comment', { by: IDS.coach, answer: true }), 'ok'),
  creates('an answer by a manager', 'manager', like('comment', { by: IDS.manager, answer: true }), 'ok'),
  creates('an answer by a member', 'member', like('comment', { by: IDS.member, answer: true }), 'not-allowed'),
  creates('an answer under an alias', 'author', like('comment', { by: IDS.authorAlias, answer: true }), 'not-allowed'),
  changes(
    'a comment becomes an answer',
    'coach',
    like('comment', { by: IDS.coach }),
    like('comment', { by: IDS.coach, answer: true }),
    'fixed-field answer'
  ),
  creates('an argument against', 'author', like('comment', { stance: 'against' }), 'ok'),
  creates('a stance that is none', 'author', like('comment', { stance: 'kanske' }), 'wrong-type stance'),
  creates('a comment to somebody', 'author', like('comment', { mentions: [IDS.coach] }), 'ok'),
  creates('a comment to a name', 'author', like('comment', { mentions: ['Kim'] }), 'wrong-type mentions'),
  creates(
    'a comment to everybody',
    'author',
    like('comment', { mentions: Array.from({ length: 21 }, (_, n) => String(n).padStart(26, '0')) }),
    'too-long mentions'
  ),
  creates('a follower in another’s name', 'author', like('follow', { by: IDS.member }), 'wrong-id'),
  creates('a member follows', 'author', like('follow'), 'ok'),
  creates('a coach has a member follow', 'coach', like('follow'), 'not-allowed'),
  changes('following ends', 'author', like('follow'), like('follow', { state: { given: false, at: LATER } }), 'ok'),
  changes('an admin erases a follow', 'admin', like('follow'), erased('follow'), 'ok'),
  creates(
    'an alias follows',
    'author',
    like('follow', { _id: `follow:${IDEA.slice(5)}:${IDS.authorAlias}`, by: IDS.authorAlias }),
    'not-allowed'
  )
];

const shared = like('idea', { coauthors: [IDS.member] });
const coauthors: RuleCase[] = [
  changes('the author lets somebody in', 'author', like('idea'), shared, 'ok'),
  changes('a member lets themselves in', 'member', like('idea'), shared, 'not-allowed'),
  changes('a coach lets somebody in', 'coach', like('idea'), shared, 'not-allowed'),
  changes('a co-author changes the words', 'member', shared, { ...shared, need: 'Nytt', edited: mark('member') }, 'ok'),
  changes('a co-author goes', 'member', shared, like('idea'), 'ok'),
  changes(
    'a co-author lets another in',
    'member',
    shared,
    like('idea', { coauthors: [IDS.member, IDS.coach] }),
    'not-allowed'
  ),
  changes('a co-author takes the idea back', 'member', shared, { ...shared, retracted: mark('member') }, 'not-allowed'),
  creates('an idea promised an answer', 'author', like('idea', { answerBy: '2026-12-07' }), 'ok'),
  creates(
    'an idea promised an answer on no day',
    'author',
    like('idea', { answerBy: '2026-02-30' }),
    'wrong-type answerBy'
  ),
  changes(
    'a coach moves the day of the answer',
    'coach',
    like('idea', { answerBy: '2026-12-07' }),
    like('idea', { answerBy: '2027-12-07' }),
    'fixed-field answerBy'
  ),
  creates(
    'an idea with a category of the municipality’s own',
    'author',
    like('idea', { category: IDEA.replace('idea', 'category') }),
    'ok'
  ),
  creates('an idea that builds on another', 'author', like('idea', { buildsOn: OTHER_IDEA }), 'ok')
];

const elsewhere = like('referral', { unit: undefined, municipality: 'trollhattan' });
const REGION = 'fyrbodal';
const received = { by: IDS.stranger, at: LATER, idea: OTHER_IDEA };
const passing: RuleCase[] = [
  creates('a coach passes an idea on to a unit', 'coach', like('referral'), 'ok'),
  creates('a coach passes an idea on to a municipality', 'coach', elsewhere, 'ok'),
  creates('a member passes an idea on', 'member', like('referral', { by: IDS.member }), 'not-allowed'),
  creates('an idea is passed on to nobody', 'coach', like('referral', { unit: undefined }), 'invalid-field unit'),
  creates('an idea is passed on to two', 'coach', like('referral', { municipality: 'amal' }), 'invalid-field unit'),
  creates(
    'an idea is passed on to a place unknown',
    'coach',
    { ...elsewhere, municipality: 'oslo' },
    'wrong-type municipality'
  ),
  creates('an idea is passed on without a word', 'coach', like('referral', { reason: ' ' }), 'empty reason'),
  changes('a referral is undone', 'coach', like('referral'), like('referral', { withdrawn: mark('coach') }), 'ok'),
  changes(
    'a referral is undone by another',
    'manager',
    like('referral'),
    like('referral', { withdrawn: mark('manager') }),
    'not-allowed'
  ),
  changes('a referral is written again', 'coach', like('referral'), like('referral'), 'not-allowed'),
  creates('a coach shares with another municipality', 'coach', like('share'), 'ok', REGION),
  creates('a share at home', 'coach', like('share'), 'wrong-space'),
  creates('a member shares', 'member', like('share', { by: IDS.member }), 'not-allowed', REGION),
  creates(
    'a coach shares what is another municipality’s',
    'coach',
    like('share', { from: 'amal' }),
    'not-allowed',
    REGION
  ),
  creates('a share with oneself', 'coach', like('share', { to: 'uddevalla' }), 'invalid-field to', REGION),
  creates('a coach puts the author’s name on', 'coach', like('share', { author: IDS.author }), 'not-allowed', REGION),
  changes(
    'the author puts their name on',
    'author',
    like('share'),
    like('share', { author: IDS.author }),
    'ok',
    REGION
  ),
  changes(
    'another puts the author’s name on',
    'member',
    like('share'),
    like('share', { author: IDS.author }),
    'not-allowed',
    REGION
  ),
  changes('the other municipality receives', 'stranger', like('share'), like('share', { received }), 'ok', REGION),
  changes(
    'the sender says it is received',
    'coach',
    like('share'),
    like('share', { received: { ...received, by: IDS.coach } }),
    'not-allowed',
    REGION
  ),
  changes(
    'the sender takes it back',
    'manager',
    like('share'),
    like('share', { withdrawn: mark('manager') }),
    'ok',
    REGION
  ),
  changes(
    'the receiver takes it back',
    'stranger',
    like('share'),
    like('share', { withdrawn: mark('stranger') }),
    'not-allowed',
    REGION
  ),
  changes(
    'the sender rewrites it',
    'coach',
    like('share'),
    like('share', { need: 'Annat' }),
    'fixed-field need',
    REGION
  )
];

const own: RuleCase[] = [
  creates('an admin writes a reply', 'admin', like('reply'), 'ok'),
  creates('a coach writes a reply', 'coach', like('reply'), 'ok'),
  creates('a member writes a reply', 'member', like('reply'), 'not-allowed'),
  changes('a coach changes a reply', 'coach', like('reply'), like('reply', { text: 'Tack!' }), 'ok'),
  creates('a reply for nothing', 'admin', like('reply', { use: 'alltid' }), 'wrong-type use'),
  creates('an admin sets the days', 'admin', like('settings'), 'ok'),
  creates('a coach sets the days', 'coach', like('settings'), 'not-allowed'),
  creates('answers in no days', 'admin', like('settings', { answerDays: 0 }), 'wrong-type answerDays'),
  creates('a stage by another name', 'admin', like('settings', { labels: { ny: 'Inkommen' } }), 'ok'),
  creates(
    'a stage that is none by another name',
    'admin',
    like('settings', { labels: { klar: 'Klar' } }),
    'wrong-type labels'
  ),
  creates('a stage by no name', 'admin', like('settings', { labels: { ny: ' ' } }), 'empty labels'),
  creates(
    'a stage named by a personal number',
    'admin',
    like('settings', { labels: { ny: '19900101-2385' } }),
    'personal-number labels'
  ),
  creates('labels in a row', 'admin', like('settings', { labels: ['Ny'] }), 'wrong-type labels'),
  creates('settings beside the settings', 'admin', like('settings', { _id: 'settings:' + IDS.admin }), 'wrong-id'),
  creates('the coordinator sets the region’s days', 'coordinator', like('settings'), 'ok', REGION)
];

/** The gateway's path, from an idea's first answer to another municipality. */
export const GATEWAY: readonly RuleCase[] = [...decisions, ...conversation, ...coauthors, ...passing, ...own];
