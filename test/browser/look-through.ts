import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { barriersOf, darkContrastOf } from './expect-accessible.js';

/** Name of a page type → where one of it is. */
export type PageList = Readonly<Record<string, string>>;

/** A telephone, a tablet, a desk. */
const WIDTHS = [390, 768, 1280] as const;
const HEIGHT = 900;
/** Where axe looks: between the two nothing but distances differ. */
const LOOKED_AT: readonly number[] = process.env['C7_QUICK'] ? [390] : [390, 1280];
/** Where pictures of the pages are kept, for a person to look at; none are made without it. */
const PICTURES = process.env['C7_SCREENS'];

/**
 * Goes through pages at three widths: each answers, has no fault that axe finds, and is no wider than its window.
 *
 * @param folder of this list's pictures, inside that which `C7_SCREENS` names.
 * @param dark looks at the contrast of dark pages, too, at one width.
 * @returns what is wrong, each with its page and width.
 */
export async function lookThrough(
  page: Page,
  origin: string,
  pages: PageList,
  folder: string,
  { dark = false } = {},
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const reply = await page.goto(origin + path);
    if (reply?.status() !== 200) wrong.push(`${path} answers ${reply?.status()}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      const found = await faultsAt(page, width);
      if (dark && width === WIDTHS[0]) wrong.push(...(await darkContrastOf(page)).map((fault) => `${path} ${fault}`));
      wrong.push(...found.map((fault) => `${path} at ${width} px: ${fault}`));
      if (PICTURES !== undefined) await keepPicture(page, join(PICTURES, folder), `${name}-${width}`);
    }
  }
  return wrong;
}

/** What is wrong with the page that is open, at each width; as `lookThrough`. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    wrong.push(...(await faultsAt(page, width)).map((fault) => `${page.url()} at ${width} px: ${fault}`));
  }
  return wrong;
}

async function faultsAt(page: Page, width: number): Promise<readonly string[]> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  const barriers = LOOKED_AT.includes(width) ? await barriersOf(page) : [];
  return wide === width ? barriers : [`it is ${wide} px wide`, ...barriers];
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
