import { toBase64 } from '#lib/core/base64.ts';
import { download } from './download.ts';
import { session } from './session.svelte.ts';

// As plain as a page can be, so that it opens in whatever is used when somebody looks for it again.
const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif;color:#111;background:#fff}' +
  'img{max-width:100%}p,dd,li{overflow-wrap:anywhere;white-space:pre-line}';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Saves what an element shows as a page of its own (HTML) that needs nothing else: pictures stand in it.
 * @param space where the pictures are, whose `data-photo` names their document
 */
export async function savePage(element: HTMLElement, title: string, space: string, name: string): Promise<void> {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const image of copy.querySelectorAll<HTMLImageElement>('img[data-photo]')) {
    const photo = image.dataset['photo']!;
    const blob =
      (await session.store.blob(space, photo, 'original')) ?? (await session.store.blob(space, photo, 'thumbnail'));
    // One of the two is shown: the picture, or that it is not here.
    if (blob === undefined) image.remove();
    else {
      image.src = `data:${blob.type};base64,${toBase64(await blob.arrayBuffer())}`;
      image.parentElement?.querySelector('[data-away]')?.remove();
    }
  }
  for (const node of copy.querySelectorAll('svg')) node.remove();
  for (const node of copy.querySelectorAll('*'))
    for (const { name: attribute } of [...node.attributes])
      if (!['src', 'alt', 'href', 'datetime', 'width', 'height'].includes(attribute)) node.removeAttribute(attribute);
  for (const link of copy.querySelectorAll('a'))
    link.href = new URL(link.getAttribute('href') ?? '', location.href).href;
  const page =
    `<!doctype html>\n<html lang="${document.documentElement.lang}">\n<meta charset="utf-8">\n` +
    `<title>${escaped(title)}</title>\n<style>${STYLE}</style>\n${copy.innerHTML.replace(/<!--.*?-->/g, '')}\n</html>\n`;
  download(new Blob([page], { type: 'text/html;charset=utf-8' }), name + '.html');
}
