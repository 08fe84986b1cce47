import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { barriersOf } from './expect-accessible.js';

/** Name of a page type → where one of it is. */
export type PageList = Readonly<Record<string, string>>;

/** The narrowest that pages must fold to (WCAG 1.4.10), a telephone, a tablet, a desk. */
const WIDTHS = [320, 390, 768, 1280] as const;
const HEIGHT = 900;
/** Where axe looks: between the two nothing but distances differ. */
const LOOKED_AT: readonly number[] = process.env['C7_QUICK'] ? [390] : [390, 1280];
/** Where pictures of the pages are kept, for a person to look at; none are made without it. */
const PICTURES = process.env['C7_SCREENS'];
/** Of light pages. Dark ones are kept at the last of them, in a folder of their own. */
const PICTURED: readonly number[] = [390, 768, 1280];

/**
 * Goes through pages at four widths: each answers, is no wider than its window and has no fault that axe finds, light or dark.
 *
 * @param folder of this list's pictures, inside that which `C7_SCREENS` names.
 * @param lookedAt the widths that axe looks at; dark pages at the first alone.
 * @returns what is wrong, each with its page and width.
 */
export async function lookThrough(
  page: Page,
  origin: string,
  pages: PageList,
  folder: string,
  { lookedAt = LOOKED_AT } = {},
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const reply = await page.goto(origin + path);
    if (reply?.status() !== 200) wrong.push(`${path} answers ${reply?.status()}`);
    wrong.push(...(await faultsAtWidths(page, lookedAt)).map((fault) => `${path} ${fault}`));
    if (PICTURES !== undefined) await keepPictures(page, join(PICTURES, folder), name);
  }
  return wrong;
}

/** What is wrong with the page that is open, at each width; as `lookThrough`. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return (await faultsAtWidths(page, LOOKED_AT)).map((fault) => `${page.url()} ${fault}`);
}

async function faultsAtWidths(page: Page, lookedAt: readonly number[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    wrong.push(...(await stickingOut(page)).map((what) => `at ${width} px: wider than its window: ${what}`));
  }
  return [...wrong, ...(await barriersOf(page, lookedAt))];
}

/** Nothing, or that the page is wider than its window, and the innermost of what stands past its right edge. */
export function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(STICKING_OUT);
}

const STICKING_OUT = `document.documentElement.scrollWidth <= innerWidth ? [] : ['the page']
  .concat([...document.querySelectorAll('body *')].filter((one) => one.childElementCount === 0
    && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 200)).slice(0, 3))`;

async function keepPictures(page: Page, folder: string, name: string): Promise<void> {
  for (const width of PICTURED) {
    await page.setViewportSize({ width, height: HEIGHT });
    await keepPicture(page, folder, `${name}-${width}`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, join(folder, 'oscuro'), name);
  await page.emulateMedia({ colorScheme: null });
}

/** Tall pages are cut: their end repeats what is above. */
const TALLEST = 1_600;

/** As WebP, which takes a third of the room and only the debugger offers. */
async function keepPicture(page: Page, folder: string, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  const height = Math.min(TALLEST, await page.evaluate<number>('document.documentElement.scrollHeight'));
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const debug = await page.context().newCDPSession(page);
  const { data } = await debug.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 25,
    clip,
    captureBeyondViewport: true,
  });
  await debug.detach();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
}
