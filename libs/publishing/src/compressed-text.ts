import { promisify } from 'node:util';
import { constants, gunzip, gzip, gzipSync } from 'node:zlib';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** Documents are kept as gzip text; level 1 costs a third of level 6 and keeps nine tenths of the gain. */
export function compressText(text: string): Promise<Buffer> {
  return gzipAsync(text, { level: constants.Z_BEST_SPEED });
}

/** The text that `compressText` was given. */
export async function expandText(compressed: Uint8Array): Promise<string> {
  return (await gunzipAsync(compressed)).toString('utf8');
}

/** No JSON text holds this character unescaped. */
const BETWEEN = '\u001e';
const BETWEEN_COMPRESSED = gzipSync(BETWEEN);

/**
 * The JSON texts that `compressText` was given, in their order, unpacked in one go: gzip files may follow one another,
 * and hundreds of small ones cost more in being asked for than in being unpacked.
 */
export async function expandTexts(compressed: readonly Uint8Array[]): Promise<readonly string[]> {
  if (compressed.length === 0) return [];
  const joined = compressed.flatMap((one, index) => (index === 0 ? [one] : [BETWEEN_COMPRESSED, one]));
  return (await expandText(Buffer.concat(joined))).split(BETWEEN);
}
