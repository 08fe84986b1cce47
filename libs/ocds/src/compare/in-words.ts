import type { Bilingual } from '../bilingual.js';
import type { Field } from '../validate/schema-field.js';
import titles from '../../../../schemas/codelist-titles.json' with { type: 'json' };

const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = titles;

/** What a field is called: in Spanish as our schemas title it; in English as the standard names it, in words. */
export function fieldInWords(name: string, field: Field | undefined): Bilingual {
  const en = nameInWords(name);
  return { es: field?.title ?? en, en };
}

/** What a code means; the code itself where no list of ours has it. */
export function codeInWords(code: string, codelist: string | undefined): Bilingual {
  const es = codelist === undefined ? undefined : TITLES[codelist]?.[code];
  return es === undefined ? { es: code, en: code } : { es, en: nameInWords(code) };
}

/** `procurementMethodDetails` → `Procurement method details`. Names with spaces or all in capitals stay as they are. */
export function nameInWords(name: string): string {
  if (/\s/.test(name) || name === name.toUpperCase()) return name;
  const words = name.replaceAll(/_/g, ' ').replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
  const lower = words.replaceAll(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
