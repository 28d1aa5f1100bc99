import { curveMonotoneX, line } from 'd3-shape';
import type { PaperCard } from './card.ts';
import type { Zone } from './rings.ts';
import {
  clamp,
  type Drawing,
  type Drawn,
  type Font,
  INK,
  lineStep,
  type Measure,
  NOTES,
  notePath,
  type Room,
  type Shape,
  textAt,
  wrap
} from './scene.ts';

/** A step of a journey: a card, and how it feels. */
export interface JourneyStep {
  readonly card: PaperCard;
  readonly feeling: number | undefined;
}

/** What a journey's curve follows: from least to greatest, each level with its words. */
export interface Feelings {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly levels: readonly { readonly value: number; readonly name: string }[];
}

/** Of a step's column; narrower, and its words would be broken to pieces. */
const LEAST = 124;
const LABEL = 92;
const GAP = 8;
const BAND = 26;
const CURVE = 150;
/** Above the best feeling and below the worst. */
const EDGE = 16;
/** Lines of one text; what is longer is told in full beside the drawing. */
const LINES = 14;

const HEAD: Font = { size: 13, weight: 600 };
const BODY: Font = { size: 11.5, weight: 400 };
const SIDE: Font = { size: 11.5, weight: 700 };

/** How many steps stand beside each other on so wide a paper, so that the strips are equally long. */
export function stepsPerStrip(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width - LABEL + GAP) / (LEAST + GAP)));
  return Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))));
}

/** How far down a feeling is drawn. */
export const feelingY = (value: number, { min, max }: Pick<Feelings, 'min' | 'max'>): number =>
  EDGE + ((max - value) / Math.max(1e-9, max - min)) * (CURVE - 2 * EDGE);

/**
 * A journey as columns, before to after, with the curve of how it feels. A long one goes on in a strip below.
 * @param rows what is told of each step beneath the curve, by field
 */
export function drawJourney(
  zones: readonly Zone[],
  steps: readonly JourneyStep[],
  rows: readonly { readonly id: string; readonly name: string }[],
  feelings: Feelings | undefined,
  room: Room,
  measure: Measure
): Drawn {
  const zoneOf = ({ card }: JourneyStep): string => zones.find(({ id }) => id === card.zone)?.id ?? zones[0]!.id;
  const ordered = zones.flatMap(({ id }) => steps.filter((step) => zoneOf(step) === id));
  const cut = new Map<string, number>();
  const perStrip = stepsPerStrip(ordered.length, room.width);
  const drawings: Drawing[] = [];
  for (let from = 0; from < Math.max(1, ordered.length); from += perStrip) {
    const strip = ordered.slice(from, from + perStrip);
    const before = ordered[from - 1];
    drawings.push(strip.length === 0 ? emptyStrip() : drawStrip(strip, before, ordered[from + perStrip]));
  }
  return { drawings, cut };

  /** Columns to write in by hand. */
  function emptyStrip(): Drawing {
    const shapes: Shape[] = [];
    const width = (room.width - LABEL) / zones.length;
    zones.forEach(({ name }, index) => band(shapes, name, LABEL + index * width, width - GAP));
    let top = BAND + GAP + 110;
    if (feelings !== undefined) {
      levels(shapes, feelings, top, room.width);
      top += CURVE + GAP;
    }
    for (const { name } of rows) {
      shapes.push(
        { kind: 'path', d: `M0 ${top}H${room.width}`, stroke: INK.line, thickness: 1 },
        textAt(0, top + 6, wrap(name, LABEL - GAP, SIDE, measure), SIDE, { fill: INK.primary })
      );
      top += 76;
    }
    return { width: room.width, height: top, shapes };
  }

  function drawStrip(strip: readonly JourneyStep[], before?: JourneyStep, after?: JourneyStep): Drawing {
    const shapes: Shape[] = [];
    // The last strip's columns are as wide as those above it.
    const column = Math.min(260, (room.width - LABEL + GAP) / Math.max(perStrip, 3) - GAP);
    const xOf = (index: number): number => LABEL + index * (column + GAP);
    const textRoom = column - 16;
    const laid = (text: string, font: Font, id: string): string[] => {
      const { lines, isCut } = clamp(wrap(text, textRoom, font, measure), LINES);
      if (isCut && !cut.has(id)) cut.set(id, cut.size + 1);
      return lines;
    };

    for (const { id, name } of zones) {
      const own = strip.flatMap((step, index) => (zoneOf(step) === id ? [index] : []));
      if (own.length > 0) band(shapes, name, xOf(own[0]!), own.length * (column + GAP) - GAP);
    }
    let top = BAND + GAP;
    const heads = strip.map(({ card }) => laid(card.heading, HEAD, card.id));
    const tallest = Math.max(1, ...heads.map((lines) => lines.length));
    const headHeight = tallest * lineStep(HEAD.size) + 18;
    strip.forEach(({ card }, index) => {
      const [fill, stroke] = NOTES[card.colour];
      shapes.push(
        { kind: 'path', d: notePath(xOf(index), top, column, headHeight), fill, stroke, thickness: 1 },
        textAt(xOf(index) + 8, top + 9, heads[index]!, HEAD)
      );
    });
    top += headHeight + GAP;

    if (feelings !== undefined) {
      levels(shapes, feelings, top, xOf(strip.length - 1) + column);
      const points = strip.flatMap(({ feeling }, index) =>
        feeling === undefined ? [] : [{ x: xOf(index) + column / 2, y: top + feelingY(feeling, feelings), feeling }]
      );
      // A curve that goes on in another strip meets the edge halfway to where it goes on.
      const edge = (one?: number, other?: number): readonly number[] =>
        one === undefined || other === undefined ? [] : [top + feelingY((one + other) / 2, feelings)];
      const right = xOf(strip.length - 1) + column;
      const all = [
        ...edge(before?.feeling, points[0]?.feeling).map((y) => ({ x: LABEL, y })),
        ...points,
        ...edge(points.at(-1)?.feeling, after?.feeling).map((y) => ({ x: right, y }))
      ];
      const d = line<{ x: number; y: number }>(
        ({ x }) => x,
        ({ y }) => y
      ).curve(curveMonotoneX)(all);
      if (d !== null) shapes.push({ kind: 'path', d, stroke: INK.primary, thickness: 3 });
      for (const { x, y, feeling } of points) {
        const fill = feeling > 0 ? INK.good : feeling < 0 ? INK.bad : INK.strong;
        shapes.push(
          { kind: 'circle', x, y, radius: 11, fill, stroke: '#fff', thickness: 2 },
          textAt(x, y - 6, [signed(feeling)], { size: 11, weight: 700 }, { fill: '#fff', anchor: 'middle' })
        );
      }
      top += CURVE + GAP;
    }

    const told = rows.filter(({ id }) => strip.some(({ card }) => card.more.some((each) => each.id === id)));
    for (const row of told) {
      const texts = strip.map(({ card }) => laid(card.more.find(({ id }) => id === row.id)?.text ?? '', BODY, card.id));
      top = tellRow(shapes, row.name, texts, top, xOf, column, strip.length);
    }
    if (strip.some(({ card }) => card.who !== '')) {
      const texts = strip.map(({ card }) => wrap(card.who, textRoom, BODY, measure));
      top = tellRow(shapes, '', texts, top, xOf, column, strip.length);
    }
    strip.forEach(({ card }, index) => {
      const number = cut.get(card.id);
      if (number === undefined) return;
      shapes.push(
        { kind: 'circle', x: xOf(index) + column - 4, y: BAND + GAP + 4, radius: 9, fill: INK.primary },
        textAt(
          xOf(index) + column - 4,
          BAND + GAP - 1,
          [String(number)],
          { size: 10, weight: 700 },
          {
            fill: '#fff',
            anchor: 'middle'
          }
        )
      );
    });
    return { width: room.width, height: top, shapes };
  }

  function tellRow(
    shapes: Shape[],
    name: string,
    texts: readonly (readonly string[])[],
    top: number,
    xOf: (index: number) => number,
    column: number,
    count: number
  ): number {
    const label = wrap(name, LABEL - GAP, SIDE, measure);
    const height = Math.max(label.length, ...texts.map((lines) => lines.length)) * lineStep(BODY.size) + 12;
    shapes.push(
      { kind: 'path', d: `M0 ${top}H${xOf(count - 1) + column}`, stroke: INK.line, thickness: 1 },
      textAt(0, top + 6, label, SIDE, { fill: INK.primary })
    );
    texts.forEach((lines, index) => shapes.push(textAt(xOf(index) + 8, top + 6, lines, BODY)));
    return top + height;
  }

  function band(shapes: Shape[], name: string, x: number, width: number): void {
    shapes.push(
      { kind: 'box', x, y: 0, width, height: BAND, radius: 6, fill: INK.primary },
      textAt(x + width / 2, 6, clamp(wrap(name, width - 12, HEAD, measure), 1).lines, HEAD, {
        fill: '#fff',
        anchor: 'middle'
      })
    );
  }

  function levels(shapes: Shape[], { name, min, max, levels: all }: Feelings, top: number, right: number): void {
    shapes.push({
      kind: 'box',
      x: LABEL,
      y: top,
      width: right - LABEL,
      height: CURVE,
      radius: 6,
      fill: INK.pale
    });
    if (all.length === 0)
      shapes.push(textAt(0, top + 6, wrap(name, LABEL - GAP, SIDE, measure), SIDE, { fill: INK.primary }));
    for (const level of all) {
      const y = top + feelingY(level.value, { min, max });
      shapes.push(
        {
          kind: 'path',
          d: `M${LABEL} ${y}H${right}`,
          stroke: level.value === 0 ? INK.strong : INK.line,
          thickness: 1,
          dash: level.value === 0 ? undefined : '3 4'
        },
        textAt(LABEL - GAP, y - 6.5, [level.name], { size: 10, weight: 400 }, { fill: INK.soft, anchor: 'end' })
      );
    }
  }
}

const signed = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '') + Math.abs(value);
