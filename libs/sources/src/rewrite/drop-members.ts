import type { JsonObject } from '#ocds';
import { memberAt, type Edit } from './edit-objects.js';
import type { MatchPath } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/** Leaves out the members at these paths, which say nothing of a procurement. */
export function dropMembers(match: MatchPath<true>, note: Note): Edit {
  return (object, place) => {
    const dropped = Object.keys(object).filter((name) => match(place.path, name));
    for (const name of dropped) {
      note({
        pointer: memberAt(place, name).pointer,
        rule: 'drop-member',
        before: object[name],
        after: undefined,
        message,
      });
    }
    return dropped.length === 0 ? object : withoutMembers(object, dropped);
  };
}

const message = {
  es: 'Es un dato interno del sistema de origen, no de la contratación: no se publica.',
  en: 'It is internal to the system of origin and says nothing of the procurement: it is not published.',
};

function withoutMembers(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
