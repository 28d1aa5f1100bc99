import type { PaperCard } from './card.ts';
import {
  clamp,
  fitting,
  type Drawing,
  type Drawn,
  type Font,
  INK,
  lineStep,
  type Measure,
  type Room,
  type Shape,
  textAt,
  wrap
} from './scene.ts';

export interface Variable {
  readonly id: string;
  readonly name: string;
}

/** A card with what it has been given, by variable. */
export interface DottedCard {
  readonly card: PaperCard;
  readonly given: Readonly<Record<string, number>>;
}

export const totalOf = ({ given }: DottedCard): number => Object.values(given).reduce((sum, each) => sum + each, 0);

/** Those with most dots first; in their own order where they have as many. */
export const mostFirst = (cards: readonly DottedCard[]): DottedCard[] =>
  [...cards].sort((a, b) => totalOf(b) - totalOf(a));

const COLOURS = ['#0b4f5c', '#c0620a', '#8c1f3c', '#17613a', '#5b3f8c'] as const;
const RADIUS = 6.5;
const PITCH = 2 * RADIUS + 4;
const SUM = 54;
const PAD = 10;

const NAME: Font = { size: 14, weight: 600 };
const BODY: Font = { size: 11.5, weight: 400 };
const HEAD: Font = { size: 12, weight: 700 };

/** Cards as lines of a list, with their dots and sums; so many on each paper as there is room for. */
export function drawDots(
  variables: readonly Variable[],
  cards: readonly DottedCard[],
  sum: string,
  room: Room,
  measure: Measure
): Drawn {
  const cut = new Map<string, number>();
  const column = Math.min(150, (room.width * 0.58 - SUM) / Math.max(1, variables.length));
  const text = room.width - SUM - column * variables.length - PAD * 2;
  const perLine = Math.max(1, Math.floor((column - PAD - 22) / PITCH));
  const heads = variables.map(({ name }) => {
    const font = fitting(name, HEAD, column - PAD, measure);
    return { font, lines: wrap(name, column - PAD, font, measure) };
  });
  const headHeight = Math.max(1, ...heads.map(({ lines }) => lines.length)) * lineStep(HEAD.size) + 14;
  const rows = mostFirst(cards).map((dotted) => {
    const heading = clamp(wrap(dotted.card.heading, text, NAME, measure), 8);
    const more = dotted.card.more.map((each) =>
      clamp(wrap(each.label === '' ? each.text : `${each.label}: ${each.text}`, text, BODY, measure), 6)
    );
    const who = dotted.card.who === '' ? [] : wrap(dotted.card.who, text, BODY, measure);
    if (heading.isCut || more.some(({ isCut }) => isCut)) cut.set(dotted.card.id, cut.size + 1);
    const lines = variables.map(({ id }) => Math.ceil((dotted.given[id] ?? 0) / perLine));
    const words =
      heading.lines.length * lineStep(NAME.size) +
      (more.reduce((all, each) => all + each.lines.length, 0) + who.length) * lineStep(BODY.size);
    return { dotted, heading, more, who, height: Math.max(words, Math.max(1, ...lines) * PITCH) + PAD * 2 };
  });

  const pages: (typeof rows)[] = [[]];
  let filled = headHeight;
  for (const row of rows) {
    if (filled + row.height > room.height && pages.at(-1)!.length > 0) {
      pages.push([]);
      filled = headHeight;
    }
    pages.at(-1)!.push(row);
    filled += row.height;
  }

  const drawings = pages.map((page): Drawing => {
    const shapes: Shape[] = [];
    const xOf = (index: number): number => text + PAD * 2 + index * column;
    heads.forEach(({ lines, font }, index) =>
      shapes.push(textAt(xOf(index), 4, lines, font, { fill: COLOURS[index % COLOURS.length]! }))
    );
    shapes.push(textAt(room.width - PAD, 4, [sum], HEAD, { anchor: 'end' }));
    let top = headHeight;
    shapes.push({ kind: 'path', d: `M0 ${top}H${room.width}`, stroke: INK.text, thickness: 1.5 });
    for (const { dotted, heading, more, who, height } of page) {
      let y = top + PAD;
      shapes.push(textAt(PAD, y, heading.lines, NAME));
      y += heading.lines.length * lineStep(NAME.size);
      for (const { lines } of more) {
        shapes.push(textAt(PAD, y, lines, BODY));
        y += lines.length * lineStep(BODY.size);
      }
      if (who.length > 0) shapes.push(textAt(PAD, y, who, BODY, { fill: INK.soft }));
      variables.forEach(({ id }, index) => {
        const count = dotted.given[id] ?? 0;
        for (let dot = 0; dot < count; dot++)
          shapes.push({
            kind: 'circle',
            x: xOf(index) + RADIUS + (dot % perLine) * PITCH,
            y: top + PAD + RADIUS + 2 + Math.floor(dot / perLine) * PITCH,
            radius: RADIUS,
            fill: COLOURS[index % COLOURS.length]!
          });
        shapes.push(
          textAt(xOf(index) + Math.min(count, perLine) * PITCH + 2, top + PAD + 1, [String(count)], BODY, {
            fill: INK.soft
          })
        );
      });
      const number = cut.get(dotted.card.id);
      if (number !== undefined)
        shapes.push(textAt(0, top + 2, [`(${number})`], { size: 9, weight: 700 }, { fill: INK.primary }));
      shapes.push(
        textAt(
          room.width - PAD,
          top + PAD - 2,
          [String(totalOf(dotted))],
          { size: 18, weight: 700 },
          { anchor: 'end' }
        ),
        { kind: 'path', d: `M0 ${top + height}H${room.width}`, stroke: INK.line, thickness: 1 }
      );
      top += height;
    }
    // Lines to write on by hand.
    for (let blank = 0; rows.length === 0 && blank < 6; blank++) {
      top += 44;
      shapes.push({ kind: 'path', d: `M0 ${top}H${room.width}`, stroke: INK.line, thickness: 1 });
    }
    return { width: room.width, height: top + 2, shapes };
  });
  return { drawings, cut };
}
