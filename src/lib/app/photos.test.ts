import { describe, expect, it } from 'vitest';
import { encodeWithin, fitWithin, preparePhoto, type Size } from './photos.ts';

const bytes = (count: number) => new Blob([new Uint8Array(count)]);

describe('fitWithin', () => {
  it('brings the longest side down and keeps the proportions', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 });
    expect(fitWithin({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 });
  });

  it('never makes a small picture larger', () => {
    expect(fitWithin({ width: 200, height: 100 }, 1600)).toEqual({ width: 200, height: 100 });
  });

  it('leaves at least one pixel of a very long picture', () => {
    expect(fitWithin({ width: 20_000, height: 3 }, 320)).toEqual({ width: 320, height: 1 });
  });
});

describe('encodeWithin', () => {
  const source = { width: 4000, height: 3000 };
  const limit = { side: 1600, maxBytes: 400 };

  it('keeps the first picture that is small enough', async () => {
    const tried: [Size, number][] = [];
    const result = await encodeWithin(source, limit, async (size, quality) => {
      tried.push([size, quality]);
      return bytes(400);
    });
    expect(result).toMatchObject({ width: 1600, height: 1200 });
    expect(tried).toHaveLength(1);
  });

  it('lowers the quality before the size', async () => {
    const sides: number[] = [];
    const result = await encodeWithin(source, limit, async ({ width }, quality) => {
      sides.push(width);
      return bytes(quality < 0.6 && width < 1600 ? 300 : 500);
    });
    expect(sides.slice(0, 5)).toEqual([1600, 1600, 1600, 1600, 1280]);
    expect(result).toMatchObject({ width: 1280, height: 960 });
  });

  it('gives up on a picture that never gets small enough', async () => {
    expect(await encodeWithin(source, limit, async () => bytes(500))).toBeUndefined();
  });
});

describe('preparePhoto', () => {
  it('says that a document is not a picture', async () => {
    expect(await preparePhoto(new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }))).toEqual({
      ok: false,
      error: 'not-image'
    });
  });
});
