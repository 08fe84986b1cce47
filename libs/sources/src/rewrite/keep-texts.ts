import { hasContent, isJsonObject, type Json, type JsonObject } from '#ocds';
import { readUrl } from '../cell/read-url.js';
import type { Note } from './rewrite-change.js';

/**
 * Keeps what is written in the place of a web address and is none, as the name of the budget that pays, where the
 * standard has a member for it, if that one says nothing yet. What is taken away is taken by `tidyAddresses`.
 *
 * @param texts path of the addresses → path of the member, from the release through objects only
 */
export function keepTexts(release: JsonObject, texts: ReadonlyMap<string, string>, note: Note): JsonObject {
  return [...texts].reduce((current, [from, to]) => {
    const written = [...new Set(textsAt(current, from.split('/')))].filter((text) => readUrl(text).value === undefined);
    if (written.length === 0) return current;
    const text = written.join('; ');
    const kept = withText(current, to.split('/'), text);
    if (kept === undefined) return current;
    note({ pointer: `/${to}`, rule: 'keep-text', before: undefined, after: text, message: KEPT });
    return kept;
  }, release);
}

const KEPT = {
  es: 'Estaba en lugar de una dirección web: el texto queda aquí.',
  en: 'It stood in the place of a web address: the text is kept here.',
};

function textsAt(value: Json | undefined, [name, ...rest]: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => textsAt(item, [name!, ...rest]));
  if (!isJsonObject(value)) return [];
  if (rest.length > 0) return textsAt(value[name!], rest);
  const text = value[name!];
  return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
}

/** Undefined where something is there already. */
function withText(object: JsonObject, [name, ...rest]: readonly string[], text: string): JsonObject | undefined {
  const present = object[name!];
  if (rest.length === 0) return hasContent(present) ? undefined : { ...object, [name!]: text };
  if (hasContent(present) && !isJsonObject(present)) return undefined;
  const inner = withText(isJsonObject(present) ? present : {}, rest, text);
  return inner && { ...object, [name!]: inner };
}
