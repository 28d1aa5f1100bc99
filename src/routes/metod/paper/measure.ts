import type { Measure } from './scene.ts';

const widths = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;

/** The fonts the app is set in. Said on drawings too, since a picture of one is shown where no styles reach. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/** How wide a text is in the reader's browser. */
export const measure: Measure = (text, { size, weight }) => {
  const key = `${weight} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) return text.length * size * 0.6;
  canvas.font = `${weight} ${size}px ${FONT}`;
  // A little to spare: printers and screens do not set text alike to the hair.
  const width = canvas.measureText(text).width * 1.02;
  widths.set(key, width);
  return width;
};
