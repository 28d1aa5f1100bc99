import { crc32, deflateSync } from 'node:zlib';

interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** A camera's data with a position, as phones write it. */
  readonly exif?: boolean;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RGB_8_BIT = [8, 2, 0, 0, 0];

/** A picture file as a form takes it: PNG, with an eXIf chunk where asked for. */
export function testPicture({ width = 640, height = 480, exif = false }: PictureOptions = {}) {
  const raw = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = y * (1 + width * 3) + 1 + x * 3;
      raw.set([(x * 255) / width, (y * 255) / height, (x * y) % 255], place);
    }
  }
  const chunks = [
    ...chunk('IHDR', [...bigEndian(width), ...bigEndian(height), ...RGB_8_BIT]),
    ...(exif ? chunk('eXIf', new TextEncoder().encode('Exif\0\0MM GPS 58.35 N 11.93 E')) : []),
    ...chunk('IDAT', new Uint8Array(deflateSync(raw))),
    ...chunk('IEND', [])
  ];
  return { name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from([...SIGNATURE, ...chunks]) };
}

const bigEndian = (value: number): number[] =>
  [value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255);

function chunk(type: string, data: Iterable<number>): number[] {
  const body = [...new TextEncoder().encode(type), ...data];
  return [...bigEndian(body.length - type.length), ...body, ...bigEndian(crc32(new Uint8Array(body)))];
}
