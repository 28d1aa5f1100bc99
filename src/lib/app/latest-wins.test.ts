import { describe, expect, it } from 'vitest';
import { latestWins } from './latest-wins.ts';

/** Writes that end when they are told to. */
function slowDisk() {
  const written: string[] = [];
  const pending: (() => void)[] = [];
  return {
    written,
    write: (value: string) =>
      new Promise<void>((resolve) =>
        pending.push(() => {
          written.push(value);
          resolve();
        })
      ),
    finishOne: async () => {
      pending.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
}

describe('latestWins', () => {
  it('writes the first at once and of the rest only the last', async () => {
    const disk = slowDisk();
    const writer = latestWins(disk.write);
    for (const value of ['a', 'ab', 'abc', 'abcd']) writer.put(value);
    await disk.finishOne();
    await disk.finishOne();
    await writer.settled();
    expect(disk.written).toEqual(['a', 'abcd']);
  });

  it('is settled only when the last is written', async () => {
    const disk = slowDisk();
    const writer = latestWins(disk.write);
    writer.put('a');
    writer.put('b');
    let isSettled = false;
    const settled = writer.settled().then(() => (isSettled = true));
    await disk.finishOne();
    expect(isSettled).toBe(false);
    await disk.finishOne();
    await settled;
    expect(disk.written).toEqual(['a', 'b']);
  });

  it('tells of a write that failed, and goes on with the next', async () => {
    const outcomes: unknown[] = [];
    const full = new Error('full');
    let isFull = true;
    const writer = latestWins<string>(
      async () => {
        if (isFull) throw full;
      },
      (error) => outcomes.push(error)
    );
    writer.put('a');
    await expect(writer.settled()).rejects.toBe(full);
    isFull = false;
    writer.put('b');
    await writer.settled();
    expect(outcomes).toEqual([full, undefined]);
  });
});
