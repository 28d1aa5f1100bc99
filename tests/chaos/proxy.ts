import {
  type ClientRequest,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse
} from 'node:http';
import { type AddressInfo } from 'node:net';
import { pause } from '../e2e/harness.ts';
import type { Random } from '../simulation/random.ts';

/** What stands between a browser and its server. Left out is a good day. */
export interface Line {
  /** There and back, milliseconds. */
  readonly delay?: number;
  /** Bytes a second, each request by itself. */
  readonly rate?: number;
  /** Share of requests that are lost: half of them on the way there, half on the way back. */
  readonly loss?: number;
  /** Every request is answered so, and the server sees none. */
  readonly answer?: { readonly status: number; readonly type: string; readonly body: string };
  /** Share of answers that end in the middle, as if they were whole. */
  readonly truncated?: number;
  /** No request gets anywhere. */
  readonly isCut?: boolean;
}

/** A request that came by. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly cookie: string;
  /** Not yet answered. */
  open: boolean;
}

/** A line to a server that is as good or bad as a test wants it, in front of `localhost:<target>`. */
export class FaultProxy {
  line: Line = {};
  readonly passed: Passed[] = [];
  /** Called when the whole of a request has gone on to the server. */
  onSent: (request: Passed) => void = () => undefined;
  /** Called when the server has answered; the browser hears the answer after it. */
  onAnswered: (request: Passed) => Promise<void> = async () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
    private readonly random: Random
  ) {}

  static async open(target: number, random: Random): Promise<FaultProxy> {
    const server = createServer((incoming, outgoing) => void proxy.#pass(incoming, outgoing));
    const proxy = new FaultProxy(server, target, random);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { delay = 0, rate, loss = 0, answer, truncated = 0, isCut = false } = this.line;
    if (isCut) return void outgoing.destroy();
    const { method = 'GET', url: path = '/' } = incoming;
    const headers = { ...incoming.headers };
    // A page cannot ask for an answer without compression by itself.
    if (headers['x-plain'] !== undefined) delete headers['accept-encoding'];
    const passed: Passed = { method, path, cookie: headers.cookie ?? '', open: true };
    this.passed.push(passed);
    outgoing.on('close', () => (passed.open = false));
    const fate = this.random.next();
    const isCutShort = this.random.chance(truncated);
    if (delay > 0) await pause(delay / 2);
    if (fate < loss / 2) return void outgoing.destroy();
    if (answer !== undefined) {
      incoming.resume();
      outgoing.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
      return;
    }
    const onward = request({ host: '127.0.0.1', port: this.target, method, path, headers });
    onward.on('error', () => outgoing.destroy());
    onward.on('response', (response) => {
      if (fate < loss) {
        // The server has done it, and nobody hears of it.
        response.resume();
        response.on('end', () => outgoing.destroy());
      } else void this.onAnswered(passed).then(() => this.#answer(response, outgoing, { delay, rate, isCutShort }));
    });
    outgoing.on('close', () => onward.destroy());
    await this.#send(incoming, onward, rate);
    this.onSent(passed);
  }

  async #send(incoming: IncomingMessage, onward: ClientRequest, rate: number | undefined): Promise<void> {
    try {
      for await (const part of incoming as AsyncIterable<Buffer>) {
        if (rate !== undefined) await pause((part.length / rate) * 1000);
        onward.write(part);
      }
      onward.end();
    } catch {
      // The browser went away in the middle of it.
      onward.destroy();
    }
  }

  async #answer(
    response: IncomingMessage,
    outgoing: ServerResponse,
    { delay, rate, isCutShort }: { delay: number; rate: number | undefined; isCutShort: boolean }
  ): Promise<void> {
    if (delay > 0) await pause(delay / 2);
    const headers = { ...response.headers };
    if (isCutShort) delete headers['content-length'];
    outgoing.writeHead(response.statusCode ?? 502, headers);
    try {
      for await (const part of response as AsyncIterable<Buffer>) {
        if (rate !== undefined) await pause((part.length / rate) * 1000);
        if (isCutShort) {
          outgoing.end(part.subarray(0, part.length / 2));
          return;
        }
        outgoing.write(part);
      }
      outgoing.end();
    } catch {
      // The server was killed in the middle of it.
      outgoing.destroy();
    }
  }
}
