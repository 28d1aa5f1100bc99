/**
 * A whole number as people write it, `1 200` as well as `1200`; null where it is none, or lies outside the bounds,
 * both included.
 */
export function wholeNumber(text: string, min: number, max: number): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!/^\d{1,12}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= min && value <= max ? value : null;
}
