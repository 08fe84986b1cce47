import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser is looked for: what the environment names, then Debian's, then others' usual places. */
const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place));

const QUIET = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
/** Of a browser without a window. */
export const FLAGS = [...QUIET, '--disable-quic', '--disable-sync', '--no-sandbox'];

/** A browser without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}

/** `describe` where there is a Chromium; elsewhere skipped, saying so. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (CHROMIUM !== undefined) {
    describe(name, suite);
    return;
  }
  console.warn(`Skipped: ${name}. There is no Chromium here; CHROMIUM names one.`);
  describe.skip(name, suite);
}
