import { freeSheetName, LONGEST_SHEET_NAME } from './workbook-list.js';

/** Names that Excel takes for the sheets of a file, by the names that the file gives them, in the same order. */
export function safeSheetNames(names: readonly string[]): ReadonlyMap<string, string> {
  const safe = new Map<string, string>();
  for (const name of names) {
    const cleaned = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, LONGEST_SHEET_NAME);
    safe.set(name, freeSheetName(cleaned === '' ? 'Datos' : cleaned, [...safe.values()]));
  }
  return safe;
}
