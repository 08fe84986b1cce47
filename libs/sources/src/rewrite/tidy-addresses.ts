import type { Json, JsonObject } from '#ocds';
import { readUrl } from '../cell/read-url.js';
import { memberAt, type Edit } from './edit-objects.js';
import { matchPaths } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/**
 * Brings web addresses to what RFC 3986 wants (`www.` gets its `https://`, blanks and accents are percent-encoded), and
 * leaves out what stands in the place of one and is none, as the name of a budget.
 */
export function tidyAddresses(paths: readonly string[], note: Note): Edit {
  const match = matchPaths(new Map(paths.map((path) => [path, true])));
  return (object, place) =>
    Object.entries(object).reduce<JsonObject>((current, [name, before]) => {
      const at = memberAt(place, name);
      if (before === undefined || before === null || Array.isArray(before) || !match(at.path)) return current;
      const after = addressIn(before);
      if (after === before) return current;
      note({ pointer: at.pointer, rule: 'web-address', before, after, message: after === undefined ? NONE : TIDIED });
      const { [name]: _, ...others } = current;
      return after === undefined ? others : { ...current, [name]: after };
    }, object);
}

const TIDIED = {
  es: 'La dirección web se escribe como la pide la norma (RFC 3986).',
  en: 'The web address is written as the standard wants it (RFC 3986).',
};
const NONE = { es: 'No es una dirección web: no se publica.', en: 'It is not a web address: it is not published.' };

/** What has a scheme of its own and reads as an address already stays. */
function addressIn(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined;
  const read = readUrl(value).value;
  return read === undefined ? undefined : read.replaceAll(/%(?![0-9A-Fa-f]{2})/g, '%25');
}
