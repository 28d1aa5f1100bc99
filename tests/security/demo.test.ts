import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#lib/server/config.ts';
import { openServer } from '#lib/server/open.ts';
import { Person } from '../contract/person.ts';
import { serve } from '../contract/serve.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-demo-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (environment: Record<string, string>) =>
  openServer(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment }));

const ADMIN = { ADMIN_USERNAME: 'it.ansvarig', ADMIN_PASSWORD: 'tillräckligt långt' };

test('data that a demo was tried on do not open the demo to the net', async () => {
  const demo = await open({ HOST: '127.0.0.1' });
  const coach = (await demo.accounts.byLogin('coach.uddevalla'))!;
  await demo.accounts.change(coach, 'ett eget lösenord');
  await demo.backend.close();

  // The demo's administrator is nobody's.
  await expect(open({ HOST: '0.0.0.0' })).rejects.toThrow('ADMIN_USERNAME');

  const server = await open({ HOST: '0.0.0.0', MUNICIPALITIES: 'uddevalla', ...ADMIN });
  const { url, close } = await serve(server);
  for (const login of ['admin.uddevalla', 'medarbetare.trollhattan', 'samordnare.fyrbodal'])
    await expect(Person.signIn(url, login)).rejects.toThrow('401');
  // Somebody has made this account their own.
  expect((await Person.signIn(url, 'coach.uddevalla', 'ett eget lösenord')).me.username).toBe('coach.uddevalla');
  await close();
  await server.backend.close();

  const again = await open({ HOST: '127.0.0.1' });
  expect((await again.accounts.byLogin('admin.uddevalla'))?.disabled).toBe(false);
  await again.backend.close();
}, 20_000);

test('a demo that came by itself does not answer for a proxy, whatever Host the proxy says', async () => {
  const server = await open({ HOST: '127.0.0.1' });
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip']) {
    const request = new Request('http://127.0.0.1:3000/', { headers: { [name]: '10.0.0.1' } });
    expect(server.refuse(request)?.status).toBe(421);
  }
  expect(server.refuse(new Request('http://127.0.0.1:3000/'))).toBeUndefined();
  await server.backend.close();
});
