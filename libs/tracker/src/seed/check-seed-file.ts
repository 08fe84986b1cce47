import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Recorded } from '../model/fact.js';
import { readPartialDate, type WrittenDate } from '../model/partial-date.js';
import type { RecordKind } from '../model/plan-record.js';
import { formError } from './form-error.js';
import type { ReadSeedFile } from './read-seed-file.js';
import { type SeedFault, seedFault } from './seed-fault.js';
import { checkOf, dateFields, expectedFields, type FoundReference } from './seed-schema.js';

/** A file whose items have their form, and what they refer to. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: RecordKind;
  readonly items: readonly Recorded[];
  readonly references: readonly (FoundReference & { readonly item: number })[];
}

/** Checks the form of each item, its dates and its reasons; adds what is wrong to `faults`. */
export function checkSeedFile({ file, kind, items }: ReadSeedFile, faults: SeedFault[]): CheckedFile {
  const references: (FoundReference & { readonly item: number })[] = [];
  const dated = items.map((written, index) => {
    const found: FoundReference[] = [];
    const check = checkOf(kind);
    if (!check.call(found, written)) faults.push(...formFaults(check.errors ?? [], file, index));
    for (const one of found) references.push({ ...one, item: index });
    const item = withDates(written, kind, { file, index, faults });
    faults.push(...reasonFaults(item, kind, { file, place: `items/${index}` }));
    return item as unknown as Recorded;
  });
  return { file, kind, items: dated, references };
}

type Item = ReadSeedFile['items'][number];

function formFaults(errors: readonly ErrorObject[], file: string, index: number): SeedFault[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'oneOf');
  return telling.map((error) => {
    const place = { file, place: `items/${index}${error.instancePath}` };
    return error.keyword === 'codelist'
      ? seedFault('CODE', place, error.message)
      : seedFault('FORM', place, formError(error));
  });
}

interface Place {
  readonly file: string;
  readonly index: number;
  readonly faults: SeedFault[];
}

function withDates(item: Item, kind: RecordKind, { file, index, faults }: Place): Item {
  const dates = dateFields(kind).flatMap((field) => {
    const written = item[field] as WrittenDate | undefined;
    if (written === undefined) return [];
    const date = isWrittenDate(written) ? readPartialDate(written) : undefined;
    if (date) return [[field, date] as const];
    faults.push(seedFault('DATE', { file, place: `items/${index}/${field}` }, JSON.stringify(written)));
    return [];
  });
  return { ...item, ...Object.fromEntries(dates) };
}

function isWrittenDate(written: unknown): written is WrittenDate {
  if (typeof written === 'string' || typeof written === 'number') return true;
  return typeof written === 'object' && written !== null && ('on' in written || 'earliest' in written);
}

function reasonFaults(item: Item, kind: RecordKind, place: { file: string; place: string }): SeedFault[] {
  const nulls = item.nulls ?? {};
  const missing = expectedFields(kind).filter((field) => item[field] === undefined && nulls[field] === undefined);
  const both = Object.keys(nulls).filter((field) => item[field] !== undefined);
  return [
    ...missing.map((field) => seedFault('REASON_MISSING', place, field)),
    ...both.map((field) => seedFault('REASON_FOR_VALUE', place, field)),
  ];
}
