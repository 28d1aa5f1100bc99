/** Anything JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with sorted keys and no `undefined`: two values are the same content exactly when their
 * canonical texts are equal, whatever order a server gave their keys back in.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map((item) => canonical(item ?? null)).join(',') + ']';
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => JSON.stringify(key) + ':' + canonical(record[key]));
    return '{' + members.join(',') + '}';
  }
  return JSON.stringify(value ?? null);
}

/** Whether two JSON values have the same content. */
export const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Length of `text` in bytes of UTF-8, which is what CouchDB and the wire count. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}
