import { parse } from 'yaml';
import type { Recorded } from '../model/fact.js';
import type { RecordKind } from '../model/plan-record.js';
import { type SeedFault, seedFault } from './seed-fault.js';
import { RECORD_KINDS } from './seed-schema.js';

/** A file of a plan's folder. */
export interface SeedFile {
  readonly name: string;
  readonly text: string;
}

type Item = Partial<Recorded> & Readonly<Record<string, unknown>>;

/** The items of one file, with the file's defaults filled in. */
export interface ReadSeedFile {
  readonly file: string;
  readonly kind: RecordKind;
  readonly items: readonly Item[];
}

/** Reads one file as YAML; its name says the kind of its items. */
export function readSeedFile({ name, text }: SeedFile): ReadSeedFile | SeedFault {
  const kind = kindOf(name);
  if (!kind) return seedFault('KIND', { file: name, place: '' }, name);
  try {
    const { defaults, items } = (parse(text, { merge: true }) ?? {}) as Written;
    if (!Array.isArray(items)) return seedFault('FORM', { file: name, place: 'items' }, 'falta la lista «items»');
    return { file: name, kind, items: items.map((item) => withDefaults(item as Item, defaults ?? {})) };
  } catch (error) {
    return seedFault('SYNTAX', { file: name, place: '' }, String(error).split('\n')[0]);
  }
}

interface Written {
  readonly defaults?: Item;
  readonly items?: unknown;
}

function kindOf(name: string): RecordKind | undefined {
  const camel = name.replace(/\.yaml$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return RECORD_KINDS.find((kind) => kind === camel);
}

/** A default reason is only for fields without a value; what an item says goes before what its file says. */
function withDefaults(item: Item, defaults: Item): Item {
  const reasons = Object.entries(defaults.nulls ?? {}).filter(([field]) => item[field] === undefined);
  return {
    ...item,
    from: { ...defaults.from, ...item.from } as Recorded['from'],
    fieldFrom: { ...defaults.fieldFrom, ...item.fieldFrom },
    nulls: { ...Object.fromEntries(reasons), ...item.nulls },
  };
}
