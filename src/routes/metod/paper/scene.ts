// A drawing as data: what is on it and where. The same is shown on the page, printed, and made a picture of. Lengths
// are CSS pixels, from the upper left.

/** A text's font, as far as drawings vary it. */
export interface Font {
  readonly size: number;
  readonly weight: number;
}

/** How wide a text is, px. */
export type Measure = (text: string, font: Font) => number;

export interface Ink {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly thickness?: number | undefined;
  /** As SVG's `stroke-dasharray`. */
  readonly dash?: string | undefined;
}

/** Lines of text; `x` and `y` are where the first one's baseline begins, or has its middle. */
export interface TextShape extends Font {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly fill: string;
  readonly anchor?: 'middle' | 'end' | undefined;
  /** Degrees around where it begins. */
  readonly turn?: number | undefined;
}

export type Shape =
  | TextShape
  | ({
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number | undefined;
    } & Ink)
  | ({ readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number } & Ink)
  | ({ readonly kind: 'path'; readonly d: string } & Ink);

/** One picture. What belongs together and does not fit in one is drawn in several. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** How much room there is on a page. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What the drawings of a section come to. */
export interface Drawn {
  readonly drawings: readonly Drawing[];
  /** Cards whose words are not all in the drawing, by id, with the number they have there. */
  readonly cut: ReadonlyMap<string, number>;
}

/** Colours of ink on paper: the same by day and by night. */
export const INK = {
  text: '#10262b',
  soft: '#465b60',
  line: '#c9cdc6',
  strong: '#6f7f80',
  primary: '#0b4f5c',
  pale: '#eef3f2',
  paper: '#ffffff',
  good: '#17613a',
  bad: '#a8201a',
  light: '#f5b83d'
} as const;

/** Of cards, as on the screen by day; the second is their edge. */
export const NOTES = {
  yellow: ['#fff2bd', '#d8bf62'],
  blue: ['#d8ecf8', '#8ab6d1'],
  green: ['#dcf2d7', '#8fbf86'],
  pink: ['#fbdde5', '#d596a8'],
  white: ['#ffffff', '#b6c0bd']
} as const;

/** Of letters, px. */
const SMALLEST = 10;

/** How far apart the lines of a text stand. */
export const lineStep = (size: number): number => size * 1.28;

/** Text as lines no wider than `width`: broken between words, and within one only where it is wider alone. */
export function wrap(text: string, width: number, font: Font, measure: Measure): string[] {
  const fits = (line: string): boolean => measure(line, font) <= width;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((each) => each !== '')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const sign of word) {
        if (line !== '' && !fits(line + sign)) {
          lines.push(line);
          line = '';
        }
        line += sign;
      }
    }
    return [...lines, line];
  });
}

/** A smaller font where a word would be broken otherwise, and it is enough. */
export function fitting(text: string, font: Font, room: number, measure: Measure): Font {
  const widest = Math.max(0, ...text.split(/\s+/).map((word) => measure(word, font)));
  const size = font.size * (room / Math.max(1, widest));
  return widest > room && size >= SMALLEST ? { ...font, size } : font;
}

/** No more than so many lines, the last of them ending in an ellipsis where there were more. */
export function clamp(lines: readonly string[], most: number): { readonly lines: string[]; readonly isCut: boolean } {
  if (lines.length <= most) return { lines: [...lines], isCut: false };
  const kept = lines.slice(0, most);
  kept[most - 1] = (kept[most - 1] ?? '').replace(/.?$/u, '…');
  return { lines: kept, isCut: true };
}

/** A text drawn from its top instead of its baseline. */
export const textAt = (
  x: number,
  top: number,
  lines: readonly string[],
  font: Font,
  more: Partial<Pick<TextShape, 'fill' | 'anchor' | 'turn'>> = {}
): TextShape => ({
  kind: 'text',
  x,
  y: top + font.size * 0.98,
  lines,
  ...font,
  fill: INK.text,
  ...more
});

/** A rectangle with a corner turned, as a note on a wall. */
export function notePath(x: number, y: number, width: number, height: number): string {
  const turned = Math.min(14, width / 4, height / 4);
  return `M${x} ${y}h${width}v${height - turned}q0 ${turned} ${-turned} ${turned}h${turned - width}z`;
}
