import type { Json, JsonObject } from '#ocds';
import { readUrl } from '../cell/read-url.js';
import { memberAt, type Edit } from './edit-objects.js';
import type { MatchPath } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/**
 * Brings web addresses to what RFC 3986 wants (`www.` gets its `https://`, blanks and accents are percent-encoded), and
 * leaves out what stands in the place of one and is none, as the name of a budget.
 */
export function tidyAddresses(match: MatchPath<true>, note: Note): Edit {
  return (object, place) =>
    Object.entries(object).reduce<JsonObject>((current, [name, before]) => {
      if (before === undefined || before === null || Array.isArray(before) || !match(place.path, name)) return current;
      const after = addressIn(before);
      if (after === before) return current;
      const { pointer } = memberAt(place, name);
      note({ pointer, rule: 'web-address', before, after, message: after === undefined ? NONE : TIDIED });
      const { [name]: _, ...others } = current;
      return after === undefined ? others : { ...current, [name]: after };
    }, object);
}

const TIDIED = {
  es: 'La dirección web se escribe como la pide la norma (RFC 3986).',
  en: 'The web address is written as the standard wants it (RFC 3986).',
};
const NONE = { es: 'No es una dirección web: no se publica.', en: 'It is not a web address: it is not published.' };

/** One of the web that needs nothing, or one of another kind, as `ftp:`, which is not ours to judge. */
const READY =
  /^(?:https?:\/\/[\w.-]+(?::\d+)?(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*)?|(?!https?:)[a-z][a-z\d+.-]*:\/\/\S+)$/i;
const BROKEN_ESCAPE = /%(?![\dA-F]{2})/gi;

function addressIn(value: Json): string | undefined {
  if (typeof value !== 'string') return undefined;
  return READY.test(value) ? value : readUrl(value).value?.replaceAll(BROKEN_ESCAPE, '%25');
}
