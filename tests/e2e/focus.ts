import type { Locator, Page } from 'playwright-core';

/** Where the focus stands, and whether a person would see that it does. */
interface Stop {
  /** What it is, in a form that survives being drawn anew. */
  readonly key: string;
  /** Comes after the last stop in the page's own order. */
  readonly isAfterLast: boolean;
  readonly faults: readonly string[];
}

interface Walk {
  /** The last round. */
  readonly stops: readonly Stop[];
  /**
   * What any round came to. A list that draws only what is near the screen is drawn anew when the next round begins at
   * its beginning, and keys pressed one within a millisecond of another can be faster than that.
   */
  readonly reached: ReadonlySet<string>;
}

/**
 * Goes through the page with Tab, all the way round.
 * @param rounds the second one begins at the beginning, also on a page that has put the focus in its middle
 */
export async function tabThrough(page: Page, limit = 250, rounds = 2): Promise<Walk> {
  let stops: Stop[] = [];
  const reached = new Set<string>();
  let gone = 0;
  for (let press = 0; press < limit; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    // Past the last one the browser has its turn, or the first one at once. A page may begin in the middle.
    const isNewRound = stop === null || (!stop.isAfterLast && stop.key === stops[0]?.key);
    if (isNewRound && stops.length > 0) {
      gone += 1;
      if (gone === rounds) return { stops, reached };
      stops = [];
    }
    if (stop === null) continue;
    stops.push(stop);
    reached.add(stop.key);
  }
  throw new Error(
    'Tab never came round: ' +
      stops
        .slice(-4)
        .map(({ key }) => key)
        .join(' → ')
  );
}

/** Everything that can be operated on the page as it stands, by key. */
export const operable = (page: Page, within = 'body'): Promise<string[]> =>
  page.evaluate((scope) => {
    const all = document.querySelectorAll<HTMLElement>(
      `${scope} :is(a[href], button, input, select, textarea, summary, audio[controls], [tabindex="0"])`
    );
    return [...all]
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'))
      .filter((element) => !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked))
      .map((element) => (window as unknown as { keyOf: (element: Element) => string }).keyOf(element));
  }, within);

/** Presses Tab until the focus is where it was wanted. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < 120; press++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error('Tab never came to ' + String(target));
}

export const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 && (await target.first().evaluate((element) => element === document.activeElement));

/** What the functions above need in every page of a device. */
export function bringKeys(): void {
  (window as unknown as { keyOf: (element: Element) => string }).keyOf = (element) => {
    const words = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '';
    const name = element.getAttribute('name') ?? element.id.replace(/\d+/g, '');
    // How many there are of what is new may change while the page is gone through.
    const said = words.replace(/\s+/g, ' ').replace(/, \d+ nya?$/, '');
    return [element.tagName, element.getAttribute('href') ?? '', name, said.slice(0, 60)].join('|');
  };
}

function lookAtFocus(): Stop | null {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body || element === document.documentElement) return null;
  const memory = window as unknown as { last?: Element; scrolled?: number; keyOf: (element: Element) => string };
  const { last, scrolled = scrollY } = memory;
  Object.assign(memory, { last: element, scrolled: scrollY });
  const key = memory.keyOf(element);
  const faults: string[] = [];
  const bar = element.closest('header, nav');
  if (bar !== null && getComputedStyle(bar).position === 'sticky' && last?.isConnected === true && scrolled !== scrollY)
    faults.push(`what is read is scrolled away by ${key}`);
  // A player, and a field for a time, draw their own parts and their focus.
  const hasOwnParts = element.matches('audio, input[type=time]');
  if (!hasOwnParts) {
    let shown: Element | null = element;
    while (shown !== null) {
      const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(shown);
      const isDrawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor);
      if (isDrawn && opacity !== '0') break;
      shown = shown.parentElement;
    }
    if (shown === null) faults.push(`no focus to be seen: ${key}`);
    else {
      const { left, top, width, height } = shown.getBoundingClientRect();
      const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [left + width * x, top + height * y]));
      const isSeen = points.some(([x, y]) => {
        const hit = document.elementFromPoint(x!, y!);
        return hit !== null && (shown!.contains(hit) || hit.contains(element));
      });
      if (!isSeen) faults.push(`hidden behind something: ${key}`);
    }
  }
  // A player has several stops of its own.
  const isAfterLast =
    last?.isConnected !== true ||
    (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ||
    (last === element && hasOwnParts);
  return { key, isAfterLast, faults };
}
