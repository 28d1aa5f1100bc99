import type { Section, TemplateField } from './template-format.ts';

/** What is written, by field; one that is empty counts as nought. */
export type Numbers = Readonly<Record<string, number | undefined>>;

/** What a field comes to, be it written or made of others. A circle, which no template may have, counts as nought. */
export function amountOf(
  fields: readonly TemplateField[],
  id: string,
  given: Numbers,
  seen: readonly string[] = []
): number {
  const field = fields.find((each) => each.id === id);
  if (field === undefined || seen.includes(id)) return 0;
  if (field.compute === undefined) return given[id] ?? 0;
  const [first = 0, ...others] = field.compute.of.map((each) => amountOf(fields, each, given, [...seen, id]));
  if (field.compute.op === 'sum') return others.reduce((sum, each) => sum + each, first);
  if (field.compute.op === 'difference') return others.reduce((left, each) => left - each, first);
  return others.reduce((product, each) => product * each, first);
}

export interface CalculatedRow {
  readonly field: TemplateField;
  /** One for each year. */
  readonly amounts: readonly number[];
  /** All years together; undefined for what cannot be added up, as what an hour costs. */
  readonly total: number | undefined;
}

/** Every row of a calculation over the years. @param years what is written, the first year first */
export const calculate = ({ fields = [] }: Pick<Section, 'fields'>, years: readonly Numbers[]): CalculatedRow[] =>
  fields
    .filter((field) => field.type === 'number')
    .map((field) => {
      const amounts = years.map((given) => amountOf(fields, field.id, given));
      return {
        field,
        amounts,
        total: isRate(fields, field) ? undefined : amounts.reduce((sum, each) => sum + each, 0)
      };
    });

// What others are multiplied by, in the last place, is a price and not a quantity.
const isRate = (fields: readonly TemplateField[], { id }: TemplateField): boolean =>
  fields.some(({ compute }) => compute?.op === 'product' && compute.of.indexOf(id) === compute.of.length - 1);

/** What it has come to year by year, from the first on. */
export const accumulated = (amounts: readonly number[]): number[] => {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
};
