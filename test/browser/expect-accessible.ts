import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The rules that WCAG 2.2 AA consists of, as far as a machine can tell, and good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at the page as it stands with axe, and finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const told = await inCopyOf(page, (copy) => found(copy, { runOnly: TAGS }));
  const address = page.url();
  expect({ address, told }).toEqual({ address, told: [] });
}

/**
 * What axe finds on the page at each width, with its rule; and what of it cannot be read against its ground where somebody has asked for dark
 * pages, at the first width alone.
 */
export function barriersOf(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  return inCopyOf(page, async (copy) => {
    const barriers: string[] = [];
    const look = async (what: string, options: object) =>
      barriers.push(...(await found(copy, options)).map((fault) => `${what}: ${fault}`));
    for (const width of widths) {
      await copy.setViewportSize({ ...copy.viewportSize()!, width });
      await look(`at ${width} px`, { runOnly: TAGS });
      if (width !== widths[0]) continue;
      await copy.emulateMedia({ colorScheme: 'dark' });
      await look(`at ${width} px, dark`, { runOnly: ['color-contrast'] });
      await copy.emulateMedia({ colorScheme: null });
    }
    return barriers;
  });
}

/**
 * The page in a window of its own, which has script where the reader's has none. The source of axe is evaluated by the debugger, which no
 * policy of the page binds.
 */
async function inCopyOf<T>(page: Page, look: (copy: Page) => Promise<T>): Promise<T> {
  const [address, markup] = [page.url(), await page.content()];
  const context = await page.context().browser()!.newContext({ viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route(address, (route) => route.fulfill({ body: markup, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(address);
  await copy.evaluate(axe.source);
  const told = await look(copy);
  await context.close();
  return told;
}

async function found(copy: Page, options: object): Promise<readonly string[]> {
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = (await copy.evaluate(run)) as Violation[];
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
