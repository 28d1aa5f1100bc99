import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { get } from 'node:https';
import { describe, expect, test } from 'vitest';
import { isPrivateAddress, isPushAddress, pushAgent } from './push-address.ts';

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc:def', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/gAAA', true],
  ['https://web.push.apple.com/QGuQ', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=BQ%2f', true],
  ['https://8.8.8.8/x', true],
  ['http://fcm.googleapis.com/x', false],
  ['https://localhost/x', false],
  ['https://couchdb/x', false],
  ['https://metadata.google.internal/x', false],
  ['https://skrivare.local/x', false],
  ['https://127.0.0.1/x', false],
  ['https://2130706433/x', false],
  ['https://0x7f.1/x', false],
  ['https://[::1]/x', false],
  ['https://[::ffff:10.0.0.1]/x', false],
  ['https://[64:ff9b::7f00:1]/x', false],
  ['https://169.254.169.254/latest', false],
  ['https://fcm.googleapis.com:5984/x', false],
  ['https://admin:hemligt@fcm.googleapis.com/x', false],
  ['file:///etc/passwd', false],
  ['ingen adress', false],
  ['https://example.com/' + 'x'.repeat(1000), false]
])('whether a push service may be at %s', (address, may) => expect(isPushAddress(address, false)).toBe(may));

test('a test may have its push service on this machine, but never without https', () => {
  expect(isPushAddress('https://localhost:4433/x', true)).toBe(true);
  expect(isPushAddress('http://localhost:4433/x', true)).toBe(false);
});

test.each(['10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '255.255.255.255', 'fe80::1', 'fd00::1'])(
  '%s is private',
  (address) => expect(isPrivateAddress(address)).toBe(true)
);
test.each(['8.8.8.8', '172.32.0.1', '2a00:1450:400f:80c::200a'])('%s is not', (address) =>
  expect(isPrivateAddress(address)).toBe(false)
);

describe('a name that leads to this machine', () => {
  test('is not connected to, whatever it is called', async () => {
    let connections = 0;
    const server = createServer().on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const fault = (allowsPrivate: boolean) =>
      new Promise<string>((resolve) =>
        get({ host: 'localhost', port, agent: pushAgent(allowsPrivate), timeout: 2000 }, () => resolve('answered')).on(
          'error',
          (error: NodeJS.ErrnoException) => resolve(error.code ?? '')
        )
      );
    expect(await fault(false)).toBe('EPRIVATE');
    expect(connections).toBe(0);
    await fault(true);
    expect(connections).toBe(1);
    server.close();
    server.closeAllConnections();
  });
});
