import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the question is answered with true; fails naming what was waited for. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await pause(20);
  }
}
