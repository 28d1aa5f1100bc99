import type { PaperCard } from './card.ts';
import type { Drawing, Measure } from './scene.ts';

// For tests of drawings alone: a font whose letters are all equally wide, and cards to draw with it.

export const measure: Measure = (text, { size }) => text.length * size * 0.55;

export const cardSaying = (heading: string): PaperCard => ({
  id: heading,
  heading,
  more: [],
  who: '',
  colour: 'yellow',
  zone: undefined,
  x: undefined,
  y: undefined,
  links: []
});

/** Every letter of a drawing, in the order it is drawn. */
export const wordsIn = ({ shapes }: Drawing): string =>
  shapes
    .flatMap((shape) => (shape.kind === 'text' ? shape.lines : []))
    .join('')
    .replace(/\s/g, '');
