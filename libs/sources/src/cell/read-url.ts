import type { CellValue } from './cell-value.js';
import { readUrls } from './read-urls.js';

/** Reads one web address: the first, where a cell holds several. See {@link readUrls}. */
export function readUrl(text: string): CellValue<string> {
  const { value, ...fault } = readUrls(text);
  return value === undefined ? fault : { value: value[0]!, ...fault };
}
