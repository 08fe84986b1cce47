import type { JsonObject } from '#ocds';
import { memberAt, type Edit } from './edit-objects.js';
import type { MatchPath } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/**
 * Leaves out the last of several e-mail addresses where the source cut their list at so many characters: it may be
 * the beginning of another one. Those before it are whole and stay.
 *
 * @param limit characters a text has when it was cut
 */
export function cutEmails(match: MatchPath<true>, limit: number, note: Note): Edit {
  return (object, place) =>
    Object.entries(object).reduce<JsonObject>((current, [name, before]) => {
      if (typeof before !== 'string' || before.length < limit || !match(place.path, name)) return current;
      const after = before.includes(',') ? before.slice(0, before.lastIndexOf(',')).trimEnd() : undefined;
      const { pointer } = memberAt(place, name);
      note({ pointer, rule: 'cut-email', before, after, message: messageOf(limit) });
      const { [name]: _, ...others } = current;
      return after === undefined ? others : { ...current, [name]: after };
    }, object);
}

function messageOf(limit: number) {
  return {
    es: `El origen corta este dato a los ${limit} caracteres: el último correo quedó incompleto y no se publica.`,
    en: `The source cuts this off at ${limit} characters: the last address is incomplete and is not published.`,
  };
}
