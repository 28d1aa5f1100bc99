import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe beside every page of a device; the pages' own policy lets no script in. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(SOURCE);
}

/** What axe finds wrong with the page as it stands: a line for each place. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    const lines: string[] = [];
    for (const { id, help, nodes } of found)
      for (const { html, target, any } of nodes) {
        const message = any[0]?.message ?? '';
        // What lies behind the menu at the screen's foot is measured where a reader would scroll it to.
        if (id === 'target-size' && message.includes('obscured')) {
          const element = document.querySelector(target[0]!)!;
          element.scrollIntoView({ block: 'center' });
          const again = await axe.run(element, { runOnly: { type: 'rule', values: [id] } });
          if (again.violations.length === 0) continue;
        }
        lines.push(`${id}: ${help}: ${html.slice(0, 160)} ${message}`);
      }
    scrollTo(0, 0);
    return lines;
  }, TAGS);

interface Axe {
  run(
    where: Document | Element,
    options: object
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly {
        readonly html: string;
        readonly target: readonly string[];
        readonly any: readonly { readonly message: string }[];
      }[];
    }[];
  }>;
}
