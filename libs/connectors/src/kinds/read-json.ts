import { readFile } from 'node:fs/promises';
import { ConnectorError } from '../connector-error.js';

/** Largest document of a source that is read whole, for its links; in bytes. */
export const MOST_IN_MEMORY = 64_000_000;

/** @throws ConnectorError `PAGE_UNREADABLE`. */
export async function readJson(path: string, address: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unreadable(address, `no es JSON: ${(error as Error).message}`);
  }
}

export function unreadable(address: string, why: string): ConnectorError {
  return new ConnectorError(
    'PAGE_UNREADABLE',
    `${address}: ${why}.`,
    'Avisar a quien administra la fuente; la corrida siguiente lo intenta otra vez.',
  );
}
