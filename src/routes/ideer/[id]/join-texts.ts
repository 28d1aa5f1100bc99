/**
 * Two versions of a text as one to go on from: all of the first, then what only the second says.
 * @param isOneLine a title, where the two are put beside each other
 */
export function joinTexts(first: string, second: string, isOneLine: boolean): string {
  if (isOneLine) return [first, second].filter((text) => text.trim() !== '').join(' / ');
  const said = new Set(first.split('\n').map((line) => line.trim()));
  const added = second.split('\n').filter((line) => line.trim() !== '' && !said.has(line.trim()));
  return [first.trimEnd(), ...added].filter((part) => part !== '').join('\n');
}
