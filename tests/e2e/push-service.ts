import { execFileSync } from 'node:child_process';
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './harness.ts';

/** What a push service was sent, opened with the device's own keys. */
export interface Pushed {
  /** The plain text. */
  readonly text: string;
  /** All that came, as it came: what an onlooker sees. */
  readonly raw: Buffer;
  readonly ttl: number;
  readonly topic: string | undefined;
  /** What the VAPID token says, whose signature is right. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
  /** The server's public key, base64url. */
  readonly key: string;
}

type Answer = readonly [status: number, headers?: Record<string, string>];

/** A device that has subscribed: what its browser keeps, and what came to it. */
export interface PushDevice {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  readonly received: Pushed[];
  /** What the service answers next, in order; 201 when there is nothing here. */
  readonly answers: Answer[];
  /** How many times somebody has tried. */
  tries: number;
}

/** A push service on this machine, as browsers' makers have them: https, RFC 8030, 8188, 8291 and 8292. */
export class PushService {
  readonly #devices = new Map<string, PushDevice & { open(body: Buffer): string }>();
  /** What went wrong with a request; a service says no more than 400. */
  readonly faults: string[] = [];
  /** How far ahead of this machine's clock the server's goes, milliseconds. */
  ahead = 0;

  private constructor(
    private readonly server: Server,
    private readonly folder: string
  ) {}

  static async start(): Promise<PushService> {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync('openssl', ['req', '-x509', '-days', '30', ...curve, ...subject, '-keyout', key, '-out', cert], {
      stdio: 'ignore'
    });
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
    const service = new PushService(server, folder);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const [status, headers = {}] = service.#take(request.url!, request.headers, Buffer.concat(parts as never));
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  /** What a server needs to know to reach this service. */
  get env(): Record<string, string> {
    return { NODE_EXTRA_CA_CERTS: join(this.folder, 'cert.pem'), PUSH_PRIVATE_ADDRESSES: '1' };
  }

  get origin(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a browser does when its person has said yes. */
  subscribe(): PushDevice {
    const own = createECDH('prime256v1');
    const publicKey = own.generateKeys();
    const auth = randomBytes(16);
    const path = '/wpush/' + randomBytes(16).toString('hex');
    const device = {
      endpoint: this.origin + path,
      keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
      received: [],
      answers: [],
      tries: 0,
      open: (body: Buffer) => opened(body, own.getPrivateKey(), publicKey, auth)
    };
    this.#devices.set(path, device);
    return device;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  #take(path: string, headers: NodeJS.Dict<string | string[]>, raw: Buffer): Answer {
    const device = this.#devices.get(path);
    if (device === undefined) return [404];
    device.tries += 1;
    const answer = device.answers.shift() ?? [201];
    if (answer[0] !== 201) return answer;
    try {
      if (headers['content-encoding'] !== 'aes128gcm') throw new Error('not aes128gcm');
      const { claims, key } = vapid(String(headers['authorization']), this.origin, Date.now() + this.ahead);
      device.received.push({
        text: device.open(raw),
        raw,
        ttl: Number(headers['ttl']),
        topic: headers['topic'] as string | undefined,
        claims,
        key
      });
      return answer;
    } catch (error) {
      this.faults.push(String(error));
      return [400];
    }
  }
}

/** RFC 8292: `vapid t=<token>, k=<key>`. Throws where the token is not the key's, not for us, or too old. */
function vapid(header: string, audience: string, now: number): Pick<Pushed, 'claims' | 'key'> {
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  if (token === undefined || key === undefined) throw new Error('no VAPID header: ' + header);
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const [head, body, signature] = token.split('.') as [string, string, string];
  const isRight = verify(
    'sha256',
    new TextEncoder().encode(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    bytes(signature)
  );
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const claims = read(body) as Pushed['claims'];
  if ((read(head) as { alg: string }).alg !== 'ES256' || !isRight) throw new Error('the VAPID token is not signed');
  if (claims.aud !== audience) throw new Error('the VAPID token is for ' + claims.aud);
  const left = claims.exp - now / 1000;
  if (!(left > 0 && left <= 24 * 3600)) throw new Error('the VAPID token’s time is not right');
  return { claims, key };
}

/** Node's types of today tell buffers and arrays of bytes apart. */
type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (buffer: Buffer | ArrayBuffer): Bytes => new Uint8Array(buffer);
const bytes = (text: string): Bytes => bytesOf(Buffer.from(text, 'base64url'));

/** RFC 8291 with RFC 8188, one record: what the browser does with its keys. */
function opened(body: Buffer, privateKey: Buffer, publicKey: Buffer, auth: Buffer): string {
  const salt = bytesOf(body.subarray(0, 16));
  const length = body.readUInt8(20);
  const sender = bytesOf(body.subarray(21, 21 + length));
  const sealed = bytesOf(body.subarray(21 + length));
  const own = createECDH('prime256v1');
  own.setPrivateKey(bytesOf(privateKey));
  const info = (text: string, ...more: Bytes[]): Bytes =>
    Uint8Array.from([...new TextEncoder().encode(text + '\0'), ...more.flatMap((part) => [...part])]);
  const derive = (key: Bytes, from: Bytes, what: Bytes, count: number): Bytes =>
    bytesOf(hkdfSync('sha256', key, from, what, count));
  const shared = bytesOf(own.computeSecret(sender));
  const secret = derive(shared, bytesOf(auth), info('WebPush: info', bytesOf(publicKey), sender), 32);
  const key = derive(secret, salt, info('Content-Encoding: aes128gcm'), 16);
  const nonce = derive(secret, salt, info('Content-Encoding: nonce'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = decipher.update(sealed.subarray(0, -16)).toString('latin1') + decipher.final('latin1');
  // The last record ends with 2 and then zeros.
  return Buffer.from(padded.slice(0, padded.lastIndexOf('\u0002')), 'latin1').toString();
}
