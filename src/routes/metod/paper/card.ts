import type { Colour } from '#lib/domain/methods/entry.ts';
import {
  clamp,
  fitting,
  type Font,
  INK,
  lineStep,
  type Measure,
  NOTES,
  notePath,
  type Shape,
  textAt,
  wrap
} from './scene.ts';

/** What a card says, in the reader's language. */
export interface PaperCard {
  readonly id: string;
  /** The words of its first field. */
  readonly heading: string;
  /** The other fields that say something. `label` is empty where the words speak for themselves. */
  readonly more: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  /** Who wrote it; empty where that is not asked for. */
  readonly who: string;
  readonly colour: Colour;
  /** Where it lies. */
  readonly zone: string | undefined;
  readonly x: number | undefined;
  readonly y: number | undefined;
  /** Ids of the cards it leads to. */
  readonly links: readonly string[];
}

/** What a card looks like where it is drawn. */
export interface CardStyle {
  readonly width: number;
  /** Lines of each text on it; what is longer is told in full beside the drawing. */
  readonly lines: number;
  /** Whether more is drawn than its heading. */
  readonly hasMore: boolean;
  readonly size?: number;
}

export interface LaidCard {
  readonly card: PaperCard;
  readonly width: number;
  readonly height: number;
  /** Whether some of its words did not fit. */
  readonly isCut: boolean;
  /** @param number what it is called in the list of what did not fit */
  shapes(x: number, y: number, number?: number): Shape[];
}

const PAD = 9;
/** Between two texts on a card. */
const BETWEEN = 4;

/** Lays a card's words out, and so its height. */
export function layCard(card: PaperCard, style: CardStyle, measure: Measure): LaidCard {
  const { width, lines: most, hasMore, size = 13 } = style;
  const room = width - 2 * PAD;
  const body: Font = { size: size - 2, weight: 400 };
  const head = fitting(card.heading, { size, weight: 600 }, room, measure);
  const heading = clamp(wrap(card.heading, room, head, measure), most);
  const more = (hasMore ? card.more : []).map(({ label, text }) =>
    clamp(wrap(label === '' ? text : `${label}: ${text}`, room, body, measure), most)
  );
  const who = card.who === '' ? [] : [clamp(wrap(card.who, room, body, measure), 4)];
  const parts = [
    { ...heading, font: head, fill: INK.text as string },
    ...more.map((part) => ({ ...part, font: body, fill: INK.text as string })),
    ...who.map((part) => ({ ...part, font: body, fill: INK.soft as string }))
  ];
  const height =
    parts.reduce((sum, { lines, font }) => sum + lines.length * lineStep(font.size), 0) +
    (parts.length - 1) * BETWEEN +
    2 * PAD;
  const [fill, stroke] = NOTES[card.colour];
  return {
    card,
    width,
    height,
    isCut: heading.isCut || more.some(({ isCut }) => isCut) || (!hasMore && card.more.length > 0),
    shapes(x, y, number) {
      const shapes: Shape[] = [{ kind: 'path', d: notePath(x, y, width, height), fill, stroke, thickness: 1 }];
      let top = y + PAD;
      for (const { lines, font, fill: colour } of parts) {
        shapes.push(textAt(x + PAD, top, lines, font, { fill: colour }));
        top += lines.length * lineStep(font.size) + BETWEEN;
      }
      if (number !== undefined) {
        // Within the drawing too where the card lies at its edge.
        const [left, middle] = [x + width - 9, Math.max(9, y + 4)];
        shapes.push(
          { kind: 'circle', x: left, y: middle, radius: 9, fill: INK.primary },
          textAt(left, middle - 5, [String(number)], { size: 10, weight: 700 }, { fill: '#fff', anchor: 'middle' })
        );
      }
      return shapes;
    }
  };
}

/** Numbers for the cards that did not fit, in the order they are drawn. */
export const numbersOf = (cards: readonly LaidCard[]): ReadonlyMap<string, number> =>
  new Map(cards.filter(({ isCut }) => isCut).map(({ card }, index) => [card.id, index + 1]));
