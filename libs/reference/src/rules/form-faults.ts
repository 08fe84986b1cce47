import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Bilingual } from '#ocds';
import type { ReferenceKind } from '../model/reference-kind.js';
import { checkOf, SCHEMAS } from '../schema/reference-schemas.js';
import { type ReferenceFault, referenceFault } from './reference-fault.js';

/** What is wrong with the data of a kind, or with a source, by its schema. */
export function formFaults(kind: ReferenceKind | 'source', data: unknown): readonly ReferenceFault[] {
  const check = checkOf(kind);
  if (check(data)) return controlFaults(kind, data as Readonly<Record<string, string>>);
  const telling = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'minLength');
  const empty = (check.errors ?? []).filter(({ keyword }) => keyword === 'minLength');
  return [...telling.map((error) => faultOf(kind, error)), ...empty.map((error) => missing(kind, nameOf(error)))];
}

function faultOf(kind: ReferenceKind | 'source', error: ErrorObject): ReferenceFault {
  const params = error.params as Readonly<Record<string, unknown>>;
  const name = nameOf(error);
  const label = labelOf(kind, name);
  if (error.keyword === 'required' || error.keyword === 'dependentRequired')
    return missing(kind, String(params['missingProperty']));
  if (error.keyword === 'additionalProperties') {
    const what = String(params['additionalProperty']);
    return referenceFault('UNKNOWN_FIELD', fieldOf(kind, what), { what });
  }
  if (error.keyword === 'enum') return referenceFault('CHOICE', fieldOf(kind, name), { label, ...allowed(kind, name) });
  if (error.keyword === 'maxLength')
    return referenceFault('TOO_LONG', fieldOf(kind, name), { label, limit: String(params['limit']) });
  return referenceFault('FORM', fieldOf(kind, name), { label, example: exampleOf(kind, name) });
}

function missing(kind: ReferenceKind | 'source', name: string): ReferenceFault {
  return referenceFault('MISSING', fieldOf(kind, name), { label: labelOf(kind, name) });
}

/** The store takes no NUL, and a page no other control character but the end of a line. */
function controlFaults(kind: ReferenceKind | 'source', data: Readonly<Record<string, string>>): ReferenceFault[] {
  const wrong = Object.keys(data).filter((name) => /(?![\n\r\t])[\p{Cc}\p{Cs}]/u.test(data[name]!));
  return wrong.map((name) =>
    referenceFault('FORM', fieldOf(kind, name), { label: labelOf(kind, name), example: exampleOf(kind, name) }),
  );
}

function nameOf({ instancePath }: ErrorObject): string {
  return instancePath.slice(1);
}

function fieldOf(kind: ReferenceKind | 'source', name: string): string {
  return kind === 'source' ? `source.${name}` : name;
}

function labelOf(kind: ReferenceKind | 'source', name: string): Bilingual {
  return SCHEMAS[kind].properties[name]?.label ?? { es: name, en: name };
}

function allowed(kind: ReferenceKind | 'source', name: string): { readonly allowed: Bilingual } {
  const words = Object.values(SCHEMAS[kind].properties[name]?.options ?? {});
  const list = (language: keyof Bilingual) => words.map((word) => word[language]).join(', ');
  return { allowed: { es: list('es'), en: list('en') } };
}

function exampleOf(kind: ReferenceKind | 'source', name: string): string | Bilingual {
  const { input, format } = SCHEMAS[kind].properties[name] ?? {};
  if (format) return format === 'date' ? '2026-01-31' : { es: '2026-05-01 o 05-01', en: '2026-05-01 or 05-01' };
  if (input === 'url') return 'https://periodicooficial.jalisco.gob.mx';
  if (input === 'figure') return '1234.56';
  return name === 'law' || name === 'publisher' ? 'ley-compras' : { es: 'texto sencillo', en: 'plain text' };
}
