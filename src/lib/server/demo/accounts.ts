import { REGION, type Role, roleIn } from '#lib/domain/actor.ts';
import { everyoneIn } from '../people.ts';
import type { NewAccount } from '../identity/accounts.ts';

/** Everybody's password in the demo. */
export const DEMO_PASSWORD = 'demo';

const IN_EACH: readonly { readonly login: string; readonly roles: readonly Role[] }[] = [
  { login: 'medarbetare', roles: [] },
  { login: 'medarbetare2', roles: [] },
  { login: 'coach', roles: ['coach'] },
  { login: 'chef', roles: ['manager'] },
  { login: 'ledning', roles: ['leader'] },
  { login: 'admin', roles: ['admin'] }
];

const NAMES: Readonly<Record<string, readonly string[]>> = {
  uddevalla: ['Amina Hansson', 'Jonas Berg', 'Karin Sjöström', 'Per-Olof Lund', 'Eva Marklund', 'Sofia Ek'],
  trollhattan: ['Fatima Nilsson', 'Erik Dahl', 'Lena Åkesson', 'Mats Viklund', 'Annika Ström', 'David Holm'],
  vanersborg: ['Zahra Karlsson', 'Lisa Wallin', 'Oskar Frid', 'Birgitta Norén', 'Håkan Lindh', 'Maria Björk']
};

/** The demo's accounts: one for each role in each municipality, and the region's two. */
export const demoAccounts = (municipalities: readonly string[]): readonly NewAccount[] => [
  ...municipalities.flatMap((municipality) =>
    IN_EACH.map(({ login, roles }, index) => ({
      login: login + '.' + municipality,
      name: NAMES[municipality]?.[index] ?? login[0]!.toUpperCase() + login.slice(1),
      roles: [...everyoneIn(municipality), ...roles.map((role) => roleIn(municipality, role))],
      password: DEMO_PASSWORD
    }))
  ),
  {
    login: 'samordnare.fyrbodal',
    name: 'Ingrid Falk',
    roles: [roleIn(REGION, 'member'), roleIn(REGION, 'coordinator')],
    password: DEMO_PASSWORD
  },
  { login: 'partner.fyrbodal', name: 'Tobias Rask', roles: [roleIn(REGION, 'partner')], password: DEMO_PASSWORD }
];
