import { lookup } from 'node:dns';
import { Agent } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** An address longer than this comes from no browser. */
const LONGEST = 1000;

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3]
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
// Of IPv6 only what is given out to the world is let through, and of that not what stands for an IPv4 address.
const PUBLIC6 = new BlockList();
PUBLIC6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an IP address leads to this machine or its own network, or nowhere at all. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return PRIVATE.check(address, 'ipv4');
  return version !== 6 || PRIVATE.check(address, 'ipv6') || !PUBLIC6.check(address, 'ipv6');
}

/**
 * Whether a push service may have this address. People hand them over, and the server posts to them: so it must be
 * https, to a name in the world, at the usual port. What the name leads to is looked at when something is sent.
 * @param allowsPrivate for tests, with a push service on this machine
 */
export function isPushAddress(text: string, allowsPrivate: boolean): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  if (allowsPrivate) return true;
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return port === '' && !isPrivateAddress(bare);
  return port === '' && /\.[a-z][a-z0-9-]*$/i.test(bare) && !/\.(local|localhost|internal|home|lan|test)$/i.test(bare);
}

/** Looks a name up, and finds nothing where any of what it leads to is private. */
const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    if (found.length === 0 || found.some(({ address }) => isPrivateAddress(address)))
      return done(Object.assign(new Error('leads to a private address'), { code: 'EPRIVATE' }), '', 0);
    if (options.all === true) return done(null, found);
    const { address, family } = found[0]!;
    done(null, address, family);
  });
};

/** What push services are reached through: whatever a name leads to, it is not this network. */
export const pushAgent = (allowsPrivate: boolean): Agent =>
  new Agent({ keepAlive: true, maxSockets: 20, ...(allowsPrivate ? {} : { lookup: lookUpPublic }) });
