import { createHash } from 'node:crypto';
import { createOutboundGuard, guardedFetch, OutboundError } from '#outbound';
import type { TrackingDependencies } from '../actions/dependencies.js';
import { deny } from '../actions/refused.js';
import { fileType } from './file-type.js';
import type { KeptFile } from './inspect-file.js';

/** What is kept of a page at most; larger ones stay a link. */
const MOST_COPIED_BYTES = 10_000_000;
const MOST_LETTERS = 2_000;

/**
 * Asks an address whether it is there, and takes a copy of what it holds. No private address is reached.
 *
 * @returns the copy; undefined where it is too large to keep
 * @throws Refused LINK_FORBIDDEN, LINK_UNREACHABLE
 */
export async function checkLink(
  { settings, resolve }: Pick<TrackingDependencies, 'settings' | 'resolve'>,
  url: string,
): Promise<KeptFile | undefined> {
  if (url.length > MOST_LETTERS || !URL.canParse(url)) deny('LINK_FORBIDDEN', { what: url.slice(0, 100) });
  const guard = createOutboundGuard(settings.outboundAllow, resolve);
  try {
    const answer = await guardedFetch(guard, url, { maxBytes: MOST_COPIED_BYTES });
    if (answer.status >= 300) {
      answer.discard();
      return deny('LINK_UNREACHABLE', { what: String(answer.status) });
    }
    const pieces: Buffer[] = [];
    for await (const piece of answer.body) pieces.push(piece);
    return await copyOf(Buffer.concat(pieces));
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.code === 'TOO_LARGE') return undefined;
    const what = { es: error.message, en: error.code };
    return deny(FORBIDDEN.has(error.code) ? 'LINK_FORBIDDEN' : 'LINK_UNREACHABLE', { what });
  }
}

const FORBIDDEN: ReadonlySet<string> = new Set(['ADDRESS_FORBIDDEN', 'PORT_FORBIDDEN', 'URL_FORBIDDEN', 'DOWNGRADE']);

/** Whatever it is, it is kept as bytes that no browser opens unless it may be evidence by itself. */
async function copyOf(content: Buffer): Promise<KeptFile | undefined> {
  if (content.length === 0) return undefined;
  const type = await fileType(content);
  const mime = type.known ? type.mime : 'application/octet-stream';
  return { sha256: createHash('sha256').update(content).digest('hex'), mime, content, name: null };
}
