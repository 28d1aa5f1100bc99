import { describe, expect, it } from 'vitest';
import { hasRole, homeSpaceOf, identitiesOf, type SignedIn } from './person.ts';

const ALIAS = 'B'.repeat(26);
const person: SignedIn = {
  id: 'A'.repeat(26),
  username: 'coach.uddevalla',
  name: 'Karin',
  roles: ['uddevalla:member', 'uddevalla:coach', 'fyrbodal:member', 'alias:' + ALIAS],
  spaces: ['fyrbodal', 'fyrbodal-behov', 'uddevalla-ledning', 'uddevalla']
};

describe('the signed-in person', () => {
  it('writes under their own id and the alias that only they hold', () => {
    expect(identitiesOf(person)).toEqual([person.id, ALIAS]);
    expect(identitiesOf({ ...person, roles: ['uddevalla:member'] })).toEqual([person.id]);
  });

  it('leaves ideas in their municipality, in the region without one, and nowhere as a partner', () => {
    expect(homeSpaceOf(person)).toBe('uddevalla');
    expect(homeSpaceOf({ ...person, spaces: ['fyrbodal-behov', 'fyrbodal'] })).toBe('fyrbodal');
    expect(homeSpaceOf({ ...person, spaces: ['fyrbodal-behov'] })).toBeUndefined();
  });

  it('has a role only where it was given', () => {
    expect(hasRole(person, 'uddevalla', 'coach')).toBe(true);
    expect(hasRole(person, 'fyrbodal', 'coach')).toBe(false);
  });
});
