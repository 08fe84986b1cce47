import { maskIdentifier } from './mask-identifier.js';
import type { MaskWords } from './mask-identifier.js';

/** Members that are addresses: a masked address leads nowhere, so it is left out whole. */
const ADDRESSES: ReadonlySet<string> = new Set(['url', 'href', 'uri']);

/** Members that identify a process or file in public and must survive as they are. */
const PUBLIC: ReadonlySet<string> = new Set(['ocid', 'localNumber', 'sha256']);

/** Plain data with `maskIdentifier` applied to every text in it, however deep. The shape stays the same. */
export function maskStory<T>(story: T, words: MaskWords): T {
  return masked(story, words) as T;
}

function masked(value: unknown, words: MaskWords): unknown {
  if (typeof value === 'string') return maskIdentifier(value, words);
  if (Array.isArray(value)) return value.map((part) => masked(part, words));
  return typeof value === 'object' && value !== null ? maskedObject(value, words) : value;
}

// A plain loop: this runs over every item of every process page.
function maskedObject(value: object, words: MaskWords): object {
  const safe: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) safe[name] = maskedMember(name, part, words);
  return safe;
}

function maskedMember(name: string, part: unknown, words: MaskWords): unknown {
  if (PUBLIC.has(name)) return part;
  const safe = masked(part, words);
  return ADDRESSES.has(name) && safe !== part ? undefined : safe;
}
