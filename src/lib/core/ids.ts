/**
 * Identifiers. New ones are made where there is a clock and chance (`app`, `server`); the floors
 * below only recognise and join them.
 */

/** 26 characters of Crockford's base32: a ULID, or 130 random bits where time would tell too much. */
export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether `text` is a 26-character identifier. */
export const isId = (text: string): boolean => ID_PATTERN.test(text);

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An identifier that carries no time. Persons and aliases have these: a ULID's clock would tie an
 * alias to the account that was made in the same moment.
 * @param random bytes from a cryptographic source, at least 26
 */
export const opaqueId = (random: Uint8Array): string =>
  Array.from(random.slice(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join('');

/** `('support', 'idea:A', 'B')` becomes `support:A:B`: parts lose their kind, so ids nest plainly. */
export const idOf = (kind: string, ...parts: readonly string[]): string => [kind, ...parts.map(bare)].join(':');

/** The last segment of an id: `idea:A` becomes `A`. */
export const bare = (id: string): string => id.slice(id.lastIndexOf(':') + 1);

/** The kind an id names: everything before the first colon, or the empty string. */
export const kindName = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));

/**
 * A short fixed name for some content (53 bits, cyrb53 by bryc, public domain). For ids that two
 * devices must arrive at alone; not a defence against anyone who wants two texts to collide.
 */
export function contentHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

// No ULID begins so: the greatest begins with a 7.
const DERIVED_PREFIX = 'ZZZZZZZZZZZZ';

/** An identifier made of some content, for what two devices must arrive at alone under one id. */
export const derivedKey = (text: string): string => DERIVED_PREFIX + contentHash(text).toUpperCase();

/** Whether an identifier, or the last part of an id, was made of some content. */
export const isDerived = (key: string): boolean => key.indexOf(DERIVED_PREFIX) === 0;
