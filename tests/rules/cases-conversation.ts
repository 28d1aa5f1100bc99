import { changes, type RuleCase } from './case.ts';
import { IDS, LATER, like } from './cast.ts';

// What is said about an idea, taken back, and stood by again.

const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const BACK = { retracted: mark('author') };
const EDITED = { edited: mark('author'), text: 'Andra ord' };

export const CONVERSATION: readonly RuleCase[] = [
  changes('the author stands by what they had taken back', 'author', like('comment', BACK), like('comment'), 'ok'),
  changes(
    'the author changes what they stand by again',
    'author',
    like('comment', BACK),
    like('comment', EDITED),
    'ok'
  ),
  changes(
    'the author changes what they stand by again and does not say so',
    'author',
    like('comment', BACK),
    like('comment', { text: 'Andra ord' }),
    'not-allowed'
  ),
  changes(
    'another member stands by what the author took back',
    'member',
    like('comment', BACK),
    like('comment'),
    'not-allowed'
  ),
  changes(
    'a coach stands by what the author took back',
    'coach',
    like('comment', BACK),
    like('comment'),
    'not-allowed'
  ),
  changes(
    'the author signs a retraction for somebody else',
    'author',
    like('comment'),
    like('comment', { retracted: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'the author lets somebody else be spoken to and says for what they are',
    'author',
    like('comment'),
    like('comment', { mentions: [IDS.coach], stance: 'for' }),
    'ok'
  ),
  changes(
    'a member lets the author speak to somebody else',
    'member',
    like('comment'),
    like('comment', { mentions: [IDS.coach] }),
    'not-allowed'
  )
];
