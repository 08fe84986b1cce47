import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The rules that WCAG 2.2 AA consists of, as far as a machine can tell, and good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at the page as it stands with axe, and finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const address = page.url();
  expect({ address, told: await barriersOf(page) }).toEqual({ address, told: [] });
}

/**
 * What axe finds on the page as it stands, each with its rule: in a window of its own, which has script where the reader's has none. The
 * source of axe is evaluated by the debugger, which no policy of the page binds.
 */
export async function barriersOf(page: Page): Promise<readonly string[]> {
  return found(page, {}, { runOnly: TAGS });
}

/** What of the page cannot be read against its ground, for somebody who has asked for dark pages. */
export async function darkContrastOf(page: Page): Promise<readonly string[]> {
  const faults = await found(page, { colorScheme: 'dark' }, { runOnly: { type: 'rule', values: ['color-contrast'] } });
  return faults.map((fault) => `dark: ${fault}`);
}

async function found(page: Page, window: BrowserContextOptions, options: object): Promise<readonly string[]> {
  const [address, markup] = [page.url(), await page.content()];
  const context = await page
    .context()
    .browser()!
    .newContext({ viewport: page.viewportSize(), ...window });
  const copy = await context.newPage();
  await copy.route(address, (route) => route.fulfill({ body: markup, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(address);
  await copy.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = (await copy.evaluate(run)) as Violation[];
  await context.close();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
