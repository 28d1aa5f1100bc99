import type { Numbers } from './calculation.ts';
import type { SheetReading } from './reading.ts';
import type { Section } from './template-format.ts';

/**
 * What is written in a calculation, the first year first: as many years as somebody has chosen, and no fewer than
 * anything is written in.
 */
export function yearsOf(reading: SheetReading, section: Section): Numbers[] {
  const { from, to } = section.years ?? { from: 1, to: 1 };
  const chosen = reading.field(section.id)?.values['antal'];
  const wanted = Math.max(from, typeof chosen === 'number' ? chosen : 0, reading.parts(section));
  return Array.from({ length: Math.min(to, wanted) }, (_, index) =>
    Object.fromEntries(
      (section.fields ?? [])
        .filter(({ type }) => type === 'number')
        .map(({ id }) => {
          const value = reading.value(id, index + 1);
          return [id, typeof value === 'number' ? value : undefined];
        })
    )
  );
}
