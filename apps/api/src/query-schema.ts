import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ allErrors: true, coerceTypes: true, useDefaults: true, formats: { date: isDayOfCalendar } });

/** A schema that requests are checked by, and that the description of the API repeats. */
export interface QuerySchema<Query> extends StandardSchemaV1<unknown, Query> {
  readonly jsonSchema: object;
}

/**
 * A JSON Schema in the clothes of a Standard Schema, which Nest's validation pipe reads. Text is coerced to the types
 * the schema names, and defaults are filled in.
 */
export function querySchema<Query>(schema: object): QuerySchema<Query> {
  const check = ajv.compile<Query>(schema);
  return {
    jsonSchema: schema,
    '~standard': {
      version: 1,
      vendor: 'compromiso7',
      validate: (given) => {
        const value: unknown = structuredClone(given);
        if (!check(value)) return { issues: (check.errors ?? []).map(issueOf) };
        const endless = endlessIn(value as object);
        return endless === undefined ? { value } : { issues: [{ message: `${endless}: must be a number` }] };
      },
    },
  };
}

function issueOf(error: ErrorObject): StandardSchemaV1.Issue {
  const unknown = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
  return { message: `${unknown ?? error.instancePath.slice(1)}: ${error.message}` };
}

/** Ajv makes infinity of `1e999`, takes it for an integer, and then asks no least or greatest of what is not finite. */
function endlessIn(query: object): string | undefined {
  return Object.entries(query).find(([, value]) => typeof value === 'number' && !Number.isFinite(value))?.[0];
}

/** https://datatracker.ietf.org/doc/html/rfc3339#section-5.6 `full-date`, of a year that a calendar may have. */
function isDayOfCalendar(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
