import { createHash } from 'node:crypto';
import { type Canonical, canonicalJson } from '#tracker';

/** SHA-256 of something recorded, which a line of the log tells. */
export function contentHash(value: object): string {
  return createHash('sha256')
    .update(canonicalJson(value as unknown as Canonical))
    .digest('hex');
}
