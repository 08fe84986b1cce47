import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import body from '../../../../schemas/reference/body.schema.json' with { type: 'json' };
import calendar from '../../../../schemas/reference/calendar.schema.json' with { type: 'json' };
import legal from '../../../../schemas/reference/legal.schema.json' with { type: 'json' };
import role from '../../../../schemas/reference/role.schema.json' with { type: 'json' };
import source from '../../../../schemas/reference/source.schema.json' with { type: 'json' };
import threshold from '../../../../schemas/reference/threshold.schema.json' with { type: 'json' };
import type { Bilingual } from '#ocds';
import type { ReferenceKind } from '../model/reference-kind.js';
import { isCalendarDay, isDay } from '../rules/calendar-day.js';

/** What a schema says of a field. */
export interface Rule {
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly input?: 'text' | 'long' | 'figure' | 'url';
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly options?: Readonly<Record<string, Bilingual>>;
}

export interface ReferenceSchema {
  readonly properties: Readonly<Record<string, Rule>>;
  readonly required: readonly string[];
}

/** The form of each kind of reference data, and of every source. */
export const SCHEMAS = { legal, threshold, body, role, calendar, source } as unknown as Readonly<
  Record<ReferenceKind | 'source', ReferenceSchema>
>;

const engine = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
engine.addVocabulary(['label', 'help', 'input', 'options']);
engine.addFormat('date', isDay);
engine.addFormat('calendar-day', isCalendarDay);

const compiled = new Map<string, ValidateFunction>();

/** The check of a kind's data; compiled when it is first asked for. */
export function checkOf(kind: ReferenceKind | 'source'): ValidateFunction {
  const check = compiled.get(kind) ?? engine.compile(SCHEMAS[kind]);
  compiled.set(kind, check);
  return check;
}
