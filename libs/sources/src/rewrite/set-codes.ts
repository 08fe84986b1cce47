import { hasContent, isJsonObject, type Json, type JsonObject } from '#ocds';
import { findCode } from '../profile/find-code.js';
import type { CodeRule } from '../profile/profile.js';
import { memberAt, type Edit, type Place } from './edit-objects.js';
import type { MatchPath } from './match-paths.js';
import type { Note } from './rewrite-change.js';

/**
 * Puts codes in the place of the texts that stand for them; the text stays in the member that the rule names, where
 * that one says nothing yet. A text that the list does not have stays as it is, for the validator to report.
 */
export function setCodes(match: MatchPath<CodeRule>, note: Note): Edit {
  return (object, place) =>
    Object.keys(object).reduce((current, name) => {
      const rule = match(place.path, name);
      return rule === undefined ? current : withCode(current, name, rule, place, note);
    }, object);
}

function withCode(object: JsonObject, name: string, { codes, keep }: CodeRule, place: Place, note: Note): JsonObject {
  const before = object[name];
  if (before === undefined || before === null) return object;
  const after = codesOf(before, codes);
  if (after === before) return object;
  const text = textOf(before);
  note({
    pointer: memberAt(place, name).pointer,
    rule: 'text-to-code',
    before,
    after,
    message: messageOf(text, after),
  });
  const coded = withMember(object, name, after);
  if (keep === undefined || after === undefined || hasContent(object[keep])) return coded;
  note({
    pointer: memberAt(place, keep).pointer,
    rule: 'text-to-code',
    before: object[keep],
    after: text,
    message: KEPT,
  });
  return { ...coded, [keep]: text };
}

const KEPT = { es: 'El texto original queda aquí.', en: 'The original text is kept here.' };

/** In its place; without it when it is undefined. */
function withMember(object: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...object, [name]: value };
  const { [name]: _, ...others } = object;
  return others;
}

/** The same value when there is nothing to change; undefined when all of it is known to say nothing. */
function codesOf(value: Json, codes: CodeRule['codes']): Json | undefined {
  if (!Array.isArray(value)) return codeOf(value, codes);
  const entries = value.map((entry: Json) => codeOf(entry, codes));
  if (entries.every((entry, position) => entry === value[position])) return value;
  const said = entries.filter((entry) => entry !== undefined);
  return said.length === 0 ? undefined : [...new Set(said)];
}

function codeOf(value: Json, codes: CodeRule['codes']): Json | undefined {
  if (typeof value !== 'string') return value;
  const code = findCode(value, codes) ?? value;
  return code === '' ? undefined : code;
}

function textOf(value: Json): string {
  return Array.isArray(value) ? value.filter((entry) => !isJsonObject(entry)).join(', ') : String(value);
}

function messageOf(text: string, code: Json | undefined) {
  if (code === undefined) return { es: `«${text}» no dice nada.`, en: `“${text}” says nothing.` };
  const codes = textOf(code);
  return { es: `«${text}» se publica con el código ${codes}.`, en: `“${text}” is published as the code ${codes}.` };
}
