import { err, ok, type Result } from '#lib/core/result.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE, THUMBNAIL_MAX_BYTES, THUMBNAIL_MAX_SIDE } from '#lib/domain/ideas/photo.ts';

/** A picture as it is kept: drawn anew, so that nothing of where and when it was taken is left in it. */
export interface PreparedPhoto {
  readonly original: Blob;
  readonly thumbnail: Blob;
  /** Of the original, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a file could not become a photo. `heic`: a picture, but in a form this browser cannot read. */
export type PhotoFault = 'not-image' | 'unreadable' | 'heic' | 'too-large';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest size with these proportions whose longest side is at most `side`; never larger than it was. */
export function fitWithin({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const QUALITIES = [0.82, 0.72, 0.62, 0.52];
const SHRINK = 0.8;
const SMALLEST_SIDE = 64;

export interface Encoded extends Size {
  readonly blob: Blob;
}

/**
 * Encodes until the picture is at most `maxBytes`: quality goes down first, since a smaller picture
 * shows less, and then size.
 * @param encode draws the picture at that size and gives it as a file
 * @returns undefined when even a tiny picture is too large
 */
export async function encodeWithin(
  source: Size,
  { side, maxBytes }: { readonly side: number; readonly maxBytes: number },
  encode: (size: Size, quality: number) => Promise<Blob>
): Promise<Encoded | undefined> {
  for (let longest = side; longest >= SMALLEST_SIDE; longest = Math.floor(longest * SHRINK)) {
    const size = fitWithin(source, longest);
    for (const quality of QUALITIES) {
      const blob = await encode(size, quality);
      if (blob.size <= maxBytes) return { ...size, blob };
    }
  }
  return undefined;
}

const isHeic = (file: File): boolean => /^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name);
// Some systems give files from the camera no type at all; then the decoder decides.
const mayBeImage = (file: File): boolean => file.type === '' || file.type.startsWith('image/');

/** Makes a chosen or taken picture ready to keep: upright, at most 1600 px and 400 kB, with a thumbnail. */
export async function preparePhoto(file: File): Promise<Result<PreparedPhoto, PhotoFault>> {
  if (!mayBeImage(file)) return err('not-image');
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return err(isHeic(file) ? 'heic' : 'unreadable');
  }
  try {
    const encode = (size: Size, quality: number) => drawJpeg(bitmap, size, quality);
    const original = await encodeWithin(bitmap, { side: PHOTO_MAX_SIDE, maxBytes: PHOTO_MAX_BYTES }, encode);
    const thumbnail = await encodeWithin(bitmap, { side: THUMBNAIL_MAX_SIDE, maxBytes: THUMBNAIL_MAX_BYTES }, encode);
    if (original === undefined || thumbnail === undefined) return err('too-large');
    const { width, height } = original;
    return ok({ original: original.blob, thumbnail: thumbnail.blob, width, height });
  } finally {
    bitmap.close();
  }
}

type Canvas = OffscreenCanvas | HTMLCanvasElement;

function canvasOf({ width, height }: Size): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

async function drawJpeg(bitmap: ImageBitmap, size: Size, quality: number): Promise<Blob> {
  const canvas = canvasOf(size);
  const context = canvas.getContext('2d', { alpha: false }) as
    CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (context === null) throw new Error('no canvas to draw the picture on');
  // What is see-through would become black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, size.width, size.height);
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture could not be encoded')) : resolve(blob)),
      'image/jpeg',
      quality
    )
  );
}
