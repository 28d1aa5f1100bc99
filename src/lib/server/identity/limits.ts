import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;

/** How often one may try to sign in. An office shares one address, so the address has more tries. */
export class LoginLimits {
  readonly #perAccount = new RateLimiterMemory({ points: 10, duration: WINDOW_SECONDS });
  readonly #perAddress = new RateLimiterMemory({ points: 200, duration: WINDOW_SECONDS });

  /**
   * Counts an attempt before its password is looked at, so that many at once are counted too.
   * @returns seconds to wait, or undefined where the attempt may go on
   */
  async attempt(login: string, address: string): Promise<number | undefined> {
    return (await consumed(this.#perAddress, address)) ?? (await consumed(this.#perAccount, login));
  }

  /** Takes a right password's attempt back, and what led to it. */
  async succeeded(login: string, address: string): Promise<void> {
    await this.#perAccount.delete(login);
    await this.#perAddress.reward(address, 1);
  }
}

/** How often one person may ask for something. */
export class RequestLimits {
  readonly #perPerson: RateLimiterMemory;

  /** @param seconds in which they may ask so often */
  constructor(times: number, seconds = 60) {
    this.#perPerson = new RateLimiterMemory({ points: times, duration: seconds });
  }

  /** @returns seconds to wait, or undefined where the request may go on */
  request(person: string): Promise<number | undefined> {
    return consumed(this.#perPerson, person);
  }
}

async function consumed(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
