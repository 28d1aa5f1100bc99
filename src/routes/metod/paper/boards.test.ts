import { describe, expect, test } from 'vitest';
import { drawChain } from './chain.ts';
import { drawDots, mostFirst } from './dots.ts';
import { drawJourney, feelingY, stepsPerStrip } from './journey.ts';
import { drawAxes, drawFields, layMatrix } from './matrix.ts';
import type { Drawing, Shape } from './scene.ts';
import { clamp, wrap } from './scene.ts';
import { directionOf, printable, roomFor, sizeFor } from './size.ts';
import { drawSketch, pointsOf, strokePath } from './sketch.ts';
import { cardSaying, measure, wordsIn } from './testing.ts';
import { drawTurn, panelOf } from './wheel.ts';

const ROOM = { width: 1000, height: 600 };
const LONG = 'Undersköterskeutbildningssamordningsansvarig';
const many = (count: number, more: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({ ...cardSaying(`Kort${index}.`), ...more(index) }));
const isKind =
  <K extends Shape['kind']>(kind: K) =>
  (shape: Shape): shape is Extract<Shape, { kind: K }> =>
    shape.kind === kind;

/** No line of text is wider than the drawing, and none stands outside it. */
function staysWithin({ width, height, shapes }: Drawing): void {
  for (const shape of shapes.filter(isKind('text'))) {
    if (shape.turn !== undefined) continue;
    for (const line of shape.lines) {
      const wide = measure(line, shape);
      const left = shape.anchor === 'middle' ? shape.x - wide / 2 : shape.anchor === 'end' ? shape.x - wide : shape.x;
      expect(left, line).toBeGreaterThanOrEqual(-1);
      expect(left + wide, line).toBeLessThanOrEqual(width + 1);
    }
    expect(shape.y).toBeGreaterThan(0);
    expect(shape.y).toBeLessThanOrEqual(height + 1);
  }
}

describe('text on a drawing', () => {
  test('is broken between words, within one that is too long, and at its own line ends, with nothing lost', () => {
    const font = { size: 10, weight: 400 };
    const lines = wrap(`Ett två tre\n\n${LONG}\nslut`, 60, font, measure);
    expect(lines.every((line) => measure(line, font) <= 60)).toBe(true);
    expect(lines.join('')).toContain(LONG);
    expect(lines).toContain('');
    expect(lines.join(' ').replace(/\s/g, '')).toBe(`Etttvåtre${LONG}slut`);
  });

  test('ends in an ellipsis where it is cut, and says so', () => {
    expect(clamp(['a', 'b'], 2)).toEqual({ lines: ['a', 'b'], isCut: false });
    expect(clamp(['ett', 'två', 'tre'], 2)).toEqual({ lines: ['ett', 'tv…'], isCut: true });
  });
});

describe('a board with axes', () => {
  test.each([2, 12, 60])('%i cards on one spot lie beside each other, in their quarter', (count) => {
    const size = { width: 120, height: 50 };
    const cards = Array.from({ length: count }, () => ({ x: 800, y: 900, ...size }));
    const { height, corners } = layMatrix(cards, ROOM);
    for (const [index, one] of corners.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(500);
      expect(one.x + 120).toBeLessThanOrEqual(1000);
      expect(one.y).toBeGreaterThanOrEqual(0);
      expect(one.y + 50).toBeLessThanOrEqual(height / 2);
      for (const other of corners.slice(index + 1))
        expect(Math.abs(one.x - other.x) >= 120 || Math.abs(one.y - other.y) >= 50).toBe(true);
    }
  });

  test('a card alone lies where it was put', () => {
    const { corners } = layMatrix([{ x: 250, y: 750, width: 100, height: 50 }], ROOM);
    expect(corners).toEqual([{ x: 200, y: 125, width: 100, height: 50 }]);
  });

  test('what stands on a card beside its heading is told in full below, under its number', () => {
    const axes = {
      x: { name: 'Ansträngning', low: 'Liten', high: 'Stor' },
      y: { name: 'Påverkan', low: 'Låg', high: 'Hög' }
    };
    const cards = many(30, (index) => ({
      x: index * 30,
      y: 500,
      more: index === 7 ? [{ id: 'm', label: 'Motiv', text: 'Därför' }] : []
    }));
    const { drawings, cut } = drawAxes(axes, cards, ROOM, measure);
    staysWithin(drawings[0]!);
    for (const said of ['Ansträngning', 'Liten', 'Påverkan', 'Hög', ...cards.map(({ heading }) => heading)])
      expect(wordsIn(drawings[0]!)).toContain(said);
    expect([...cut]).toEqual([['Kort7.', 1]]);
  });
});

test('four fields hold their cards, however many', () => {
  const zones = ['s', 'w', 'o', 't'].map((id) => ({ id, name: 'Fält ' + id, help: '' }));
  const cards = many(40, (index) => ({ zone: index < 30 ? 's' : 't', heading: `${LONG} ${index}.` }));
  const { drawings } = drawFields(zones, cards, ROOM, measure);
  staysWithin(drawings[0]!);
  for (const { heading } of cards) expect(wordsIn(drawings[0]!)).toContain(heading.replace(' ', ''));
});

describe('a journey', () => {
  const zones = ['fore', 'under', 'efter'].map((id) => ({ id, name: id }));
  const feelings = { name: 'Känsla', min: -2, max: 2, levels: [{ value: 0, name: 'Varken eller' }] };

  test('goes on in a strip below where it is long, with equally many steps in each', () => {
    expect(stepsPerStrip(5, 1000)).toBe(5);
    expect(stepsPerStrip(8, 1000)).toBe(4);
    expect(stepsPerStrip(0, 1000)).toBe(1);
  });

  test('the better it feels, the higher', () => {
    const heights = [-2, -1, 0, 1, 2].map((value) => feelingY(value, feelings));
    expect([...heights].sort((a, b) => b - a)).toEqual(heights);
  });

  test('has every step in the order of its parts, with its feeling and all that is said of it', () => {
    const steps = many(20, (index) => ({
      zone: ['efter', 'fore', 'under', undefined][index % 4],
      more: [{ id: 'citat', label: 'Citat', text: `”${LONG}${index}.”` }]
    })).map((card, index) => ({ card, feeling: index % 5 === 4 ? undefined : (index % 5) - 2 }));
    const { drawings, cut } = drawJourney(zones, steps, [{ id: 'citat', name: 'Citat' }], feelings, ROOM, measure);
    expect(drawings).toHaveLength(4);
    drawings.forEach(staysWithin);
    expect(cut.size).toBe(0);
    const said = drawings.map(wordsIn).join('');
    for (const { card } of steps) expect(said).toContain(card.more[0]!.text);
    // What lies in no part is in the first.
    const order = said.match(/Kort\d+\./g)!.map((name) => Number(name.slice(4, -1)));
    const part = (index: number): number => [2, 0, 1, 0][index % 4]!;
    expect(order.map(part)).toEqual([...order.map(part)].sort());
    const points = drawings.flatMap(({ shapes }) => shapes.filter(isKind('circle')));
    expect(points).toHaveLength(16);
  });

  test('that is empty has columns to write in', () => {
    const { drawings } = drawJourney(zones, [], [], feelings, ROOM, measure);
    expect(wordsIn(drawings[0]!)).toContain('foreunderefter');
  });
});

describe('dots', () => {
  const variables = ['a', 'b', 'c'].map((id) => ({ id, name: 'Sak ' + id }));

  test('most first, and as many circles as there are dots; a long list goes on on the next paper', () => {
    const cards = many(40).map((card, index) => ({ card, given: { a: index % 7, b: 1 } }));
    expect(mostFirst(cards)[0]!.card.heading).toBe('Kort6.');
    const { drawings } = drawDots(variables, cards, 'Summa', ROOM, measure);
    expect(drawings.length).toBeGreaterThan(1);
    for (const drawing of drawings) {
      staysWithin(drawing);
      expect(drawing.height).toBeLessThanOrEqual(ROOM.height + 2);
      expect(wordsIn(drawing)).toContain('Saka');
    }
    const circles = drawings.flatMap(({ shapes }) => shapes.filter(isKind('circle')));
    expect(circles).toHaveLength(cards.reduce((sum, { given }) => sum + given.a + given.b, 0));
    for (const { card } of cards) expect(drawings.map(wordsIn).join('')).toContain(card.heading);
  });
});

test('a chain has an arrow for each link to a card that is there', () => {
  const zones = ['a', 'b', 'c'].map((id) => ({ id, name: 'Led ' + id, help: 'Hjälp' }));
  const cards = many(9, (index) => ({
    zone: 'abc'[index % 3],
    links: index % 3 < 2 ? [`Kort${index + 1}.`, 'borta'] : []
  }));
  const { drawings } = drawChain(zones, cards, ROOM, measure);
  staysWithin(drawings[0]!);
  const heads = drawings[0]!.shapes.filter(isKind('path')).filter(({ d }) => d.endsWith('v9z'));
  expect(heads).toHaveLength(6);
  for (const { heading } of cards) expect(wordsIn(drawings[0]!)).toContain(heading);
});

test('a wheel turns clockwise, with every part in a panel of its own', () => {
  for (const count of [1, 2, 3, 4, 5, 8]) {
    const panels = Array.from({ length: count }, (_, index) => panelOf(index, count));
    expect(new Set(panels.map(({ column, row }) => `${column}${row}`)).size).toBe(count);
    expect(panels[0]).toEqual({ column: 0, row: 0 });
  }
  const said = (id: string, text: string) => ({ id, name: 'Fråga ' + id, text });
  const parts = ['Planera', 'Göra', 'Studera', 'Agera'].map((name) => ({
    id: name,
    name,
    said: [said(name, `${LONG} ${name}`.repeat(3) + '\nrad'.repeat(200)), said(name + 2, '')]
  }));
  const drawing = drawTurn({ name: 'Varv 1', above: [said('x', 'Period')], parts, next: 'Varv 2' }, ROOM, measure);
  staysWithin(drawing);
  expect(wordsIn(drawing).match(/rad/g)).toHaveLength(800);
  for (const words of ['Varv1', 'Varv2', 'FrågaPlanera', `${LONG}Agera`, 'Period'])
    expect(wordsIn(drawing)).toContain(words);
});

test('a drawing’s strokes go through their points, and what cannot be read is left out', () => {
  expect(pointsOf('abacz' + 'baaaa' + '!!!!!' + 'ab')).toEqual([
    { x: 1, y: 2 },
    { x: 32, y: 0 }
  ]);
  expect(strokePath([])).toBe('');
  expect(strokePath([{ x: 5, y: 6 }])).toBe('M5 6h0.1');
  expect(
    strokePath([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 }
    ])
  ).toBe('M0 0Q10 0 10 5L10 10');
  const { shapes } = drawSketch([{ points: 'abacz', ink: 'red', thickness: 5 }]);
  expect(shapes.filter(isKind('path'))).toEqual([expect.objectContaining({ stroke: '#b3261e', thickness: 5 })]);
});

describe('the paper', () => {
  test('is turned as the broadest part wants it, and larger where the drawing would be too small to read', () => {
    const of = (form: 'text' | 'journey' | 'rings') => directionOf({ sections: [{ id: 'a', form }] });
    expect([of('text'), of('journey'), of('rings')]).toEqual(['portrait', 'landscape', 'portrait']);
    const room = roomFor('a4', 'portrait');
    expect(printable('a4', 'portrait').width).toBe(702);
    expect(sizeFor([{ width: 702, height: 700, shapes: [] }], room)).toBe('a4');
    expect(sizeFor([{ width: 1200, height: 1200, shapes: [] }], room)).toBe('a3');
  });
});
