const CHUNK = 0x8000;

/** Bytes as base64. In chunks, since a call takes only so many arguments. */
export function toBase64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let binary = '';
  for (let start = 0; start < view.length; start += CHUNK)
    binary += String.fromCharCode(...view.subarray(start, start + CHUNK));
  return btoa(binary);
}

/**
 * The bytes that base64 stands for.
 * @throws DOMException when the text is not base64
 */
export const fromBase64 = (data: string): ArrayBuffer =>
  Uint8Array.from(atob(data), (char) => char.charCodeAt(0)).buffer;
