/** Pixels. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

/** How large a card is on a board: with many on a narrow one they are smaller, so that the board is not endless. */
export function cardOn(width: number, count: number): CardSize {
  const crowd = (count * 20_000) / (width * width);
  if (width < 600 || crowd >= 1.8) return { width: 116, height: 64 };
  if (crowd >= 0.6) return { width: 120, height: 72 };
  return { width: width < 900 ? 132 : 152, height: 84 };
}

/** The same card with room for who wrote it. */
export const withName = ({ width, height }: CardSize): CardSize => ({ width, height: height + 44 });
