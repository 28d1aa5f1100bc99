import type { Section, TemplateContent } from '#lib/domain/methods/template-format.ts';
import type { Drawing, Room } from './scene.ts';

export const PAPER_SIZES = ['a4', 'a3'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];
export type Direction = 'portrait' | 'landscape';

const MILLIMETRE = 96 / 25.4;
/** The paper's short and long side, mm. */
const SIDES: Readonly<Record<PaperSize, readonly [number, number]>> = { a4: [210, 297], a3: [297, 420] };
/** Around what is printed, mm; the number of the page stands below. As in the pages' `@page`. */
const MARGIN = 12;
const FOOT = 16;
/** What the sheet is called, at the top of its first page, and what a section is called. */
const HEAD = 130;
/** Fields beside each other in a table on an upright paper. */
const FIELDS_UPRIGHT = 4;
/** A drawing may be made so much smaller, and no more, before it wants a larger paper. */
const SHRUNK = 0.78;

/** What there is to print on. */
export function printable(size: PaperSize, direction: Direction): Room {
  const [short, long] = SIDES[size];
  const [width, height] = direction === 'portrait' ? [short, long] : [long, short];
  return {
    width: Math.floor((width - 2 * MARGIN) * MILLIMETRE),
    height: Math.floor((height - MARGIN - FOOT) * MILLIMETRE)
  };
}

/** What a drawing may fill below the sheet's name. */
export function roomFor(size: PaperSize, direction: Direction): Room {
  const { width, height } = printable(size, direction);
  return { width, height: height - HEAD };
}

const isWide = ({ form, fields = [] }: Section): boolean =>
  ['journey', 'matrix', 'chain', 'calculation', 'wheel', 'cards'].includes(form) ||
  (form === 'rows' && fields.length > FIELDS_UPRIGHT);

/** How the paper is turned: as the broadest of the sheet's parts wants it. */
export const directionOf = ({ sections }: Pick<TemplateContent, 'sections'>): Direction =>
  sections.some(isWide) ? 'landscape' : 'portrait';

/** How much smaller a drawing is made to fit. */
export const shrinkage = (drawing: Drawing, room: Room): number =>
  Math.min(1, room.width / drawing.width, room.height / drawing.height);

/** The smallest paper whose drawings can be read from where one stands. @param drawn on A4 */
export const sizeFor = (drawn: readonly Drawing[], room: Room): PaperSize =>
  drawn.some((drawing) => shrinkage(drawing, room) < SHRUNK) ? 'a3' : 'a4';
