import { hasContent, isJsonObject, type Json, type JsonObject } from '#ocds';
import { foldText } from '../cell/fold-text.js';
import { memberAt, type Edit, type Place } from './edit-objects.js';
import type { MatchPath } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/**
 * Gives members the name that the standard has for them. Where that one says the same already the local one is left
 * out; where it says something else, both stay.
 *
 * @param match by path, the name of the member beside it
 */
export function renameMembers(match: MatchPath<string>, note: Note): Edit {
  return (object, place) =>
    Object.keys(object).reduce((current, from) => {
      const to = match(place.path, from);
      return to === undefined ? current : renamed(current, { from, to, place, note });
    }, object);
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
  readonly note: Note;
}

function renamed(object: JsonObject, { from, to, place, note }: Renaming): JsonObject {
  const before = object[from];
  const present = object[to];
  const isFree = !hasContent(present);
  if (!hasContent(before) || (!isFree && !saysSame(before!, present!))) return object;
  const message = {
    es: isFree ? `El estándar llama «${to}» a este dato.` : `«${to}» ya dice lo mismo.`,
    en: isFree ? `The standard calls this “${to}”.` : `“${to}” says the same already.`,
  };
  note({ pointer: memberAt(place, from).pointer, rule: 'rename-member', before, after: undefined, message });
  if (isFree)
    note({ pointer: memberAt(place, to).pointer, rule: 'rename-member', before: present, after: before, message });
  const { [from]: moved, [to]: _, ...others } = object;
  return { ...others, [to]: isFree ? moved : present };
}

function saysSame(left: Json, right: Json): boolean {
  if (isJsonObject(left) || isJsonObject(right)) return false;
  return foldText(String(left)) === foldText(String(right));
}
