import type { Json } from '../json.js';
import type { Fault } from './fault.js';
import type { Wording } from './finding.js';
import { MESSAGES } from './messages.js';
import { REMEDIES } from './remedies.js';
import { chooseRemedy, type ChosenRemedy } from './remedy-case.js';
import { shortJson } from './short-json.js';
import { typeOf, typesInWords } from './type-words.js';

/** A fault in words: what is wrong and what to do about it. */
export interface Phrase {
  readonly message: Wording;
  readonly remedy: Wording;
}

/** Puts a fault into words, in both languages. */
export function phraseOf(fault: Fault): Phrase {
  const remedy = chooseRemedy(fault);
  const facts = factsOf(fault, remedy);
  return { message: fill(MESSAGES[fault.rule], facts), remedy: fill(REMEDIES[remedy.key], facts) };
}

type Facts = Readonly<Record<string, string | Wording | undefined>>;

function fill(template: Wording, facts: Facts): Wording {
  return { es: fillIn(template.es, facts, 'es'), en: fillIn(template.en, facts, 'en') };
}

function fillIn(template: string, facts: Facts, language: keyof Wording): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return (typeof fact === 'object' ? fact[language] : fact) ?? '';
  });
}

function factsOf({ rule, path, field, value, hints = {} }: Fault, { suggestion, replacement }: ChosenRemedy): Facts {
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
    suggestion,
    replacement,
  };
}

const ROOT: Wording = { es: 'principal (la raíz del documento)', en: 'at the root of the document' };

/** The schema's titles are Spanish, so only Spanish sentences show them. */
function labelOf(path: string, title: string | undefined): Wording {
  if (path === '') return ROOT;
  return { es: title === undefined ? `«${path}»` : `«${title}» (${path})`, en: `"${path}"` };
}

const FORMATS: Readonly<Record<string, Wording>> = {
  'date-time': { es: 'una fecha y hora con zona (RFC 3339)', en: 'a date and time with offset (RFC 3339)' },
  uri: { es: 'una dirección web completa (URI)', en: 'a whole web address (URI)' },
};

/** Short enough to stand inside a remedy; text keeps its quotes, as it would be written. */
function bareValue(value: Json | undefined): string {
  return value === undefined ? '' : shortJson(value, 40);
}
