import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CHROMIUM, pause, QUIET_FLAGS } from '../e2e/harness.ts';

const FLAGS = [...QUIET_FLAGS, '--headless', '--window-size=360,740', '--remote-debugging-pipe'];
/** A browser that has just come up does some things of its own first. */
const SETTLING_MS = 3_000;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A browser that nobody listens to: Playwright is told of every request, which at a slowed processor costs a page of
 * sixty files as much again as the page. Speaks the DevTools protocol by a pipe, and of it what a start needs.
 */
export class BareBrowser {
  private readonly process: ChildProcess;
  private readonly answers = new Map<number, (answer: Answer) => void>();
  private sent = 0;
  private session: string | undefined;

  private constructor(profile: string) {
    this.process = spawn(CHROMIUM, [...FLAGS, '--user-data-dir=' + profile, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']
    });
    let left = '';
    (this.process.stdio[4] as Readable).on('data', (chunk: Buffer) => {
      const messages = (left + chunk.toString()).split('\0');
      left = messages.pop()!;
      for (const message of messages) {
        const answer = JSON.parse(message) as Answer;
        if (answer.id !== undefined) this.answers.get(answer.id)?.(answer);
      }
    });
  }

  /** Starts it on a profile that no other browser has open, with one empty page. */
  static async start(profile: string): Promise<BareBrowser> {
    const browser = new BareBrowser(profile);
    await pause(SETTLING_MS);
    const { targetInfos } = await browser.send<{ targetInfos: { type: string; targetId: string }[] }>(
      'Target.getTargets'
    );
    const page = targetInfos.find(({ type }) => type === 'page')!;
    const attached = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: page.targetId,
      flatten: true
    });
    browser.session = attached.sessionId;
    await browser.send('Page.enable');
    return browser;
  }

  /** One command of the DevTools protocol. Throws what the browser says no to. */
  async send<T>(method: string, params: object = {}): Promise<T> {
    const id = (this.sent += 1);
    const session = this.session === undefined ? {} : { sessionId: this.session };
    const answered = new Promise<Answer>((resolve) => this.answers.set(id, resolve));
    (this.process.stdio[3] as Writable).write(JSON.stringify({ id, method, params, ...session }) + '\0');
    const { result, error } = await answered;
    this.answers.delete(id);
    if (error !== undefined) throw new Error(method + ': ' + error.message);
    return result as T;
  }

  /** The value of an expression in the page, asked for until there is one. */
  async value<T>(expression: string): Promise<T> {
    for (;;) {
      const { result } = await this.send<{ result: { value?: T } }>('Runtime.evaluate', {
        expression,
        returnByValue: true
      });
      if (result.value !== undefined) return result.value;
      // Seldom: each question is work for the page that is being measured.
      await pause(500);
    }
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.process.once('exit', resolve));
    await this.send('Browser.close').catch(() => this.process.kill());
    await closed;
  }
}
