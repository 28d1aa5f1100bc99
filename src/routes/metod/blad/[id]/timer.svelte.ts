import { at, begun, clockOf, type Countdown, leftOf, paused, prolonged, readCountdown, resumed } from './countdown.ts';
import { prepareChime, ring } from './chime.ts';

/** How often the clock is looked at, ms. */
const TICK = 200;

/** A sheet's clock for exercises. It goes on while other pages are looked at, and through a reload in the tab. */
class ExerciseTimer {
  #countdown = $state.raw<Countdown | undefined>();
  #now = $state(Date.now());
  #ticking: ReturnType<typeof setInterval> | undefined;
  #awake: Promise<WakeLockSentinel | undefined> | undefined;
  readonly #key: string;

  constructor(sheet: string) {
    this.#key = 'ideslussen.timer/' + sheet;
    const kept = readCountdown(sessionStorage.getItem(this.#key));
    // One whose end passed while nobody was there is over without a sound.
    if (kept !== undefined) this.#set(at(kept, Date.now()));
  }

  /** Undefined where no exercise is timed. */
  get is(): Countdown['is'] | undefined {
    return this.#countdown?.is;
  }
  /** What is left, ms. */
  get left(): number {
    return this.#countdown === undefined ? 0 : leftOf(this.#countdown, this.#now);
  }
  get clock(): string {
    return clockOf(this.left);
  }
  /** How much of it is left, from 1 to 0. */
  get part(): number {
    return this.#countdown === undefined ? 0 : this.left / this.#countdown.whole;
  }

  start(minutes: number): void {
    // A browser lets a page sound only after a press, and this is one.
    prepareChime();
    this.#set(begun(minutes, Date.now()));
  }
  pause = (): void => this.#change(paused);
  resume = (): void => {
    prepareChime();
    this.#change(resumed);
  };
  more = (): void => {
    prepareChime();
    this.#change(prolonged);
  };
  stop = (): void => this.#set(undefined);

  #change(by: (countdown: Countdown, now: number) => Countdown): void {
    if (this.#countdown !== undefined) this.#set(by(this.#countdown, Date.now()));
  }

  #set(countdown: Countdown | undefined): void {
    this.#countdown = countdown;
    this.#now = Date.now();
    if (countdown === undefined) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify(countdown));
    const isRunning = countdown?.is === 'running';
    if (!isRunning) clearInterval(this.#ticking);
    else if (this.is === 'running') {
      clearInterval(this.#ticking);
      this.#ticking = setInterval(() => this.#tick(), TICK);
    }
    this.#stayAwake(isRunning);
  }

  #tick(): void {
    this.#now = Date.now();
    const countdown = this.#countdown;
    if (countdown === undefined || at(countdown, this.#now).is !== 'over') return;
    this.#set(at(countdown, this.#now));
    ring();
  }

  // A tablet that falls asleep in the middle of an exercise tells nobody that it is over.
  #stayAwake(isWanted: boolean): void {
    if (isWanted) this.#awake ??= navigator.wakeLock?.request('screen').catch(() => undefined);
    else {
      void this.#awake?.then((lock) => lock?.release());
      this.#awake = undefined;
    }
  }
}

const timers = new Map<string, ExerciseTimer>();

/** The clock of a sheet: the same one wherever it is shown. */
export function timerOf(sheet: string): ExerciseTimer {
  const timer = timers.get(sheet) ?? new ExerciseTimer(sheet);
  timers.set(sheet, timer);
  return timer;
}
