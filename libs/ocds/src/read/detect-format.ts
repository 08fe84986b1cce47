import { readReleases } from './read-releases.js';
import type { ReadOptions } from './read-options.js';

/**
 * The format of an OCDS input, as "release package", "record", "JSON array of releases" or "concatenated JSON of record
 * packages". The input is read to its end, since what it is may show only there.
 *
 * @throws UnreadableInputError when it cannot be read or is not OCDS
 */
export async function detectFormat(chunks: AsyncIterable<Uint8Array>, options?: ReadOptions): Promise<string> {
  const reader = readReleases(chunks, options);
  const releases = reader[Symbol.asyncIterator]();
  while (!(await releases.next()).done);
  return reader.summary().format;
}
