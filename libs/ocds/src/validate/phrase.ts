import type { Bilingual } from '../bilingual.js';
import type { FindDefiningExtension } from '../extensions/find-defining-extension.js';
import type { Extension } from '../extensions/registry.js';
import type { Json } from '../json.js';
import type { Fault } from './fault.js';
import { MESSAGES } from './messages.js';
import { REMEDIES } from './remedies.js';
import { chooseRemedy, type ChosenRemedy } from './remedy-case.js';
import { shortJson } from './short-json.js';
import { typeOf, typesInWords } from './type-words.js';

/** A fault in words: what is wrong and what to do about it. */
export interface Phrase {
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/**
 * Puts a fault into words, in both languages.
 *
 * @param extensionOf knows which extension defines a field that the schema does not
 */
export function phraseOf(fault: Fault, extensionOf?: FindDefiningExtension): Phrase {
  const remedy = chooseRemedy(fault, extensionOf);
  const facts = factsOf(fault, remedy);
  return { message: fill(MESSAGES[fault.rule], facts), remedy: fill(REMEDIES[remedy.key], facts) };
}

type Facts = Readonly<Record<string, string | Bilingual | undefined>>;

function fill(template: Bilingual, facts: Facts): Bilingual {
  return { es: fillIn(template.es, facts, 'es'), en: fillIn(template.en, facts, 'en') };
}

function fillIn(template: string, facts: Facts, language: keyof Bilingual): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return (typeof fact === 'object' ? fact[language] : fact) ?? '';
  });
}

function factsOf({ rule, path, field, value, hints = {} }: Fault, remedy: ChosenRemedy): Facts {
  return {
    label: labelOf(path, field?.title),
    name: hints.name ?? field?.name,
    value: rule === 'type' ? bareValue(value) : undefined,
    expected: hints.expected && typesInWords(hints.expected),
    actual: typesInWords([typeOf(value)]),
    codes: hints.allowed?.join(', '),
    format: hints.format && (FORMATS[hints.format] ?? hints.format),
    codelist: (field?.codelist ?? field?.name)?.replace(/\.csv$/, ''),
    keyword: hints.keyword,
    wanted: hints.wanted,
    suggestion: remedy.suggestion,
    replacement: remedy.replacement,
    extension: remedy.extension && nameOf(remedy.extension),
  };
}

const ROOT: Bilingual = { es: 'principal (la raíz del documento)', en: 'at the root of the document' };

/** The schema's titles are Spanish, so only Spanish sentences show them. */
function labelOf(path: string, title: string | undefined): Bilingual {
  if (path === '') return ROOT;
  return { es: title === undefined ? `«${path}»` : `«${title}» (${path})`, en: `"${path}"` };
}

/** With its address, where it has one, ready to be copied. */
function nameOf({ name, url }: Extension): Bilingual {
  const address = url === undefined ? '' : ` (${url})`;
  return { es: `«${name.es}»${address}`, en: `"${name.en}"${address}` };
}

const FORMATS: Readonly<Record<string, Bilingual>> = {
  'date-time': { es: 'una fecha y hora con zona (RFC 3339)', en: 'a date and time with offset (RFC 3339)' },
  uri: { es: 'una dirección web completa (URI)', en: 'a whole web address (URI)' },
};

/** Short enough to stand inside a remedy; text keeps its quotes, as it would be written. */
function bareValue(value: Json | undefined): string {
  return value === undefined ? '' : shortJson(value, 40);
}
