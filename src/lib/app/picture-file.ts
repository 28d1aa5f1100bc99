import { download } from './download.ts';

/** Twice as many pixels as on the screen, so that it can be printed too. */
const SCALE = 2;
/** More pixels than this, and phones give an empty picture. */
const MOST_PIXELS = 16_000_000;
const MARGIN = 32;
const BETWEEN = 24;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** What stands above the drawings in the picture; the title is what the file is called too. */
interface Caption {
  readonly title: string;
  readonly lead: string;
}

/**
 * Saves drawings below each other as one picture (PNG). What they look like has to stand in their own attributes: the
 * page's styles do not reach them here.
 */
export async function savePicture(drawings: readonly SVGSVGElement[], { title, lead }: Caption): Promise<void> {
  const images = await Promise.all(drawings.map(imageOf));
  const width = Math.max(480, ...images.map((image) => image.width)) + 2 * MARGIN;
  const height = images.reduce((sum, image) => sum + image.height + BETWEEN, 2 * MARGIN + 60);
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#10262b';
  context.font = `700 24px ${FONT}`;
  context.fillText(title, MARGIN, MARGIN + 22, width - 2 * MARGIN);
  context.fillStyle = '#465b60';
  context.font = `400 14px ${FONT}`;
  context.fillText(lead, MARGIN, MARGIN + 46, width - 2 * MARGIN);
  let top = MARGIN + 60 + BETWEEN / 2;
  for (const image of images) {
    context.drawImage(image.image, (width - image.width) / 2, top, image.width, image.height);
    top += image.height + BETWEEN;
  }
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file === null) throw new Error('no picture');
  download(file, `${title}.png`);
}

/** A drawing as a picture, and the size it has on the page. */
async function imageOf(drawing: SVGSVGElement) {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  // Those are the page's; the policy of a picture lets no styles in anyway.
  copy.removeAttribute('style');
  copy.removeAttribute('class');
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const text = new XMLSerializer().serializeToString(copy);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    return { image, width, height };
  } finally {
    URL.revokeObjectURL(url);
  }
}
