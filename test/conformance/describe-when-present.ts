import { existsSync } from 'node:fs';
import path from 'node:path';

/** `describe`, or where the reference folder is absent a `describe` that skips and prints why. */
export function describeWhenPresent(folder: string): jest.Describe {
  if (existsSync(folder)) return describe;
  console.info(`Skipped: the reference folder ${path.relative(process.cwd(), folder)} is absent.`);
  return describe.skip as jest.Describe;
}
