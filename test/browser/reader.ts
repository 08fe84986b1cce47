import type { Download, Locator, Page } from 'playwright-core';

/** Whoever goes through a page: by pointer, or by keyboard alone. */
export interface Reader {
  readonly page: Page;
  /** Goes where the link leads, or sends the form of the button. */
  follow(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Chooses an option by its whole label. */
  choose(list: Locator, label: string): Promise<void>;
  download(target: Locator): Promise<Download>;
}

export function withPointer(page: Page): Reader {
  return {
    page,
    follow: (target) => target.click(),
    write: (field, text) => field.fill(text),
    choose: async (list, label) => void (await list.selectOption({ label })),
    download: async (target) => (await Promise.all([page.waitForEvent('download'), target.click()]))[0],
  };
}

/** More stops than any page has. */
const MOST_STOPS = 500;

/** Everything is reached with Tab and done with Enter, arrows and letters, as somebody does who has no mouse. */
export function withKeyboard(page: Page): Reader {
  const press = async (target: Locator) => {
    await reach(page, target);
    await page.keyboard.press('Enter');
  };
  return {
    page,
    follow: async (target) => {
      const before = page.url();
      await press(target);
      await page.waitForURL((url) => url.href !== before);
    },
    write: async (field, text) => {
      await reach(page, field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    choose: async (list, label) => {
      await reach(page, list);
      const labels = await list.locator('option').allInnerTexts();
      await page.keyboard.press('Home');
      for (let n = labels.findIndex((one) => one.trim() === label); n > 0; n--) await page.keyboard.press('ArrowDown');
    },
    download: async (target) => {
      await reach(page, target);
      return (await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]))[0];
    },
  };
}

/** @throws when Tab does not get there, or the focus is not to be seen there */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) {
      const outline = await target.evaluate(
        (element) => element.ownerDocument.defaultView!.getComputedStyle(element).outlineStyle,
      );
      if (outline === 'none') throw new Error(`The focus is not to be seen on ${await target.innerText()}`);
      return;
    }
  }
  throw new Error(`Tab does not get to ${String(target)}`);
}
