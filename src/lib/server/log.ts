import { LOG_LEVELS, type LogLevel } from './config.ts';

type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Structured log, one line of JSON each. Callers hand over no names, titles, cookies or query
 * values: what is not given cannot leak.
 */
export class Log {
  readonly #level: number;
  readonly #write: (line: string) => void;

  constructor(level: LogLevel, write: (line: string) => void = (line) => process.stdout.write(line + '\n')) {
    this.#level = LOG_LEVELS.indexOf(level);
    this.#write = write;
  }

  error(event: string, facts: Facts = {}): void {
    this.#put('error', event, facts);
  }

  warn(event: string, facts: Facts = {}): void {
    this.#put('warn', event, facts);
  }

  info(event: string, facts: Facts = {}): void {
    this.#put('info', event, facts);
  }

  #put(level: LogLevel, event: string, facts: Facts): void {
    if (LOG_LEVELS.indexOf(level) <= this.#level)
      this.#write(JSON.stringify({ time: new Date().toISOString(), level, event, ...facts }));
  }
}

/** What went wrong, without what it went wrong with: the message of an error can quote a document. */
export const faultOf = (error: unknown): string =>
  error instanceof Error
    ? [
        error.name,
        (error as { code?: string }).code,
        error.stack
          ?.split('\n')
          // A message of many lines stands in the stack with all of them.
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 3)
          .map((line) => line.trim())
          .join(' < ')
      ]
        .filter((part) => part !== undefined)
        .join(' ')
    : typeof error;
