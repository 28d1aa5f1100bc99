import { expect, test } from 'vitest';
import { wantedPath } from './wanted-path.ts';

const HERE = 'https://ideer.uddevalla.se';

test.each([
  ['/ideer/01ABC?plats=fyrbodal', '/ideer/01ABC?plats=fyrbodal'],
  ['/ny', '/ny'],
  [null, '/'],
  ['', '/'],
  ['//elak.example/x', '/'],
  ['/\\elak.example', '/'],
  ['/\t/elak.example', '/'],
  ['/\n\\elak.example', '/'],
  ['https://elak.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/logga-in?till=/ny', '/'],
  ['/auth/logout', '/'],
  ['/ideer/../db/uddevalla', '/']
])('after signing in, %j leads to %s', (wanted, path) => {
  expect(wantedPath(wanted, HERE)).toBe(path);
});
