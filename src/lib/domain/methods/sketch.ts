import type { SheetReading } from './reading.ts';
import type { Section } from './template-format.ts';

/** The value that tells in words what is drawn, in the entry of the drawing's own section. */
const TEXT = 'beskrivning';

/** What a drawing shows, in words; empty where nobody has said. */
export function sketchText(reading: SheetReading, { id }: Pick<Section, 'id'>): string {
  const text = reading.field(id)?.values[TEXT];
  return typeof text === 'string' ? text.trim() : '';
}
