import type { Page } from 'playwright-core';

/** What does not hold when the reader's own text size is doubled on a small phone: a line for each place. */
export async function faultsOfLargeText(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await settled(page);
  const faults = await page.evaluate(() => {
    const lines: string[] = [];
    const nameOf = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) lines.push(`the page scrolls sideways: ${root.scrollWidth} px`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const parent = text.parentElement!;
      if (
        text.textContent!.trim() === '' ||
        parent.closest('.unseen, #svelte-announcer, noscript, script, select, textarea, .skip')
      )
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        if (left < -1 || right > innerWidth + 1) lines.push(`text beyond the edge: ${nameOf(parent)}`);
        for (let box: Element | null = parent; box !== null && box !== document.body; box = box.parentElement) {
          const style = getComputedStyle(box);
          // An excerpt shortens on purpose; the whole is one press away.
          if (style.webkitLineClamp !== 'none') break;
          const edge = box.getBoundingClientRect();
          const cutsX = style.overflowX === 'hidden' || style.overflowX === 'clip';
          const cutsY = style.overflowY === 'hidden' || style.overflowY === 'clip';
          if (
            (cutsX && (left < edge.left - 1 || right > edge.right + 1)) ||
            (cutsY && (top < edge.top - 2 || bottom > edge.bottom + 2))
          )
            lines.push(`text cut off by ${nameOf(box)}: ${text.textContent!.trim().slice(0, 40)}`);
          if (style.overflowX === 'auto' && box.scrollWidth > box.clientWidth + 1)
            lines.push(`a box scrolls sideways: ${nameOf(box)}`);
        }
      }
    }
    return [...new Set(lines)];
  });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  return faults;
}

/** Waits until nothing that moves to rest is on its way any more. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => each.playState !== 'running' || each.effect?.getComputedTiming().iterations === Infinity)
  );
