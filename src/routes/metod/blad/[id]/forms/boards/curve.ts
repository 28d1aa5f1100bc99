import { curveMonotoneX, line } from 'd3-shape';

/** A journey's feelings as a line. Pixels, from the upper left. */
export interface FeelingPoint {
  readonly x: number;
  readonly y: number;
}

/** How high up a feeling is drawn. @param edge room above the greatest and below the least, px */
export const heightOf = (value: number, min: number, max: number, height: number, edge: number): number =>
  edge + ((max - value) / (max - min)) * (height - 2 * edge);

/** The feeling nearest to a height; whole numbers. */
export const feelingAt = (y: number, min: number, max: number, height: number, edge: number): number => {
  const value = Math.round(max - ((y - edge) / (height - 2 * edge)) * (max - min));
  return Math.min(max, Math.max(min, value)) + 0;
};

/** The curve through points from left to right; it rises and falls no more than they do. */
export const curveThrough = (points: readonly FeelingPoint[]): string =>
  line<FeelingPoint>(
    ({ x }) => x,
    ({ y }) => y
  ).curve(curveMonotoneX)([...points]) ?? '';
