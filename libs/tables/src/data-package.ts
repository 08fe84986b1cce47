import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnType, type FlatTable, isJsonObject, type Json, type JsonObject } from '#ocds';
import type { TableFormat } from './table-format.js';
import { TableError } from './table-error.js';
import type { WrittenPart } from './written-part.js';

const FILE = 'datapackage.json';

/** Column types by heading, by file name or worksheet. */
export type PartTypes = ReadonlyMap<string, ReadonlyMap<string, ColumnType>>;

/**
 * Writes what the columns hold as a Data Package (https://datapackage.org/standard/table-schema/) beside the tables:
 * for those who load them, and for reading them back with numbers as numbers and arrays as arrays.
 */
export async function writeDataPackage(
  folder: string,
  format: TableFormat,
  tables: readonly FlatTable[],
  parts: readonly WrittenPart[],
): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const resources = parts.map((part) => describePart(part, format, byName.get(part.table)!));
  const text = JSON.stringify({ $schema: PROFILE, name: 'ocds-flat', resources }, null, 1);
  await writeFile(join(folder, FILE), `${text}\n`);
}

/** @returns nothing known when there is no description. @throws TableError when it is broken */
export async function readDataPackage(folder: string): Promise<PartTypes> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return new Map();
  try {
    const { resources } = JSON.parse(text) as { resources: readonly JsonObject[] };
    return new Map(resources.map((resource) => [partKey(resource), typesOf(resource)]));
  } catch {
    throw new TableError('DESCRIPTION_BROKEN', `No se entiende ${FILE}.`, {
      es: 'Volver a ponerlo como salió, o bórrelo: los tipos se toman entonces de los archivos.',
      en: 'Put it back as it was written, or delete it: types then come from the files.',
    });
  }
}

export const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

function describePart(part: WrittenPart, format: TableFormat, table: FlatTable): JsonObject {
  const name = (part.sheet ?? part.file.replace(/\.[^.]+$/, '')).toLowerCase();
  const { schema, ...described } = describeTable({ name, path: part.file, format, columns: table.columns });
  return { ...described, ...(part.sheet !== undefined && { dialect: { sheetName: part.sheet } }), schema };
}

/** A table of a Data Package: where it is and what its columns hold. */
export function describeTable({ name, path, format, columns }: DescribedTable) {
  const fields = columns.map(({ heading, type }) => ({ name: heading, ...fieldType(type) }));
  return {
    name,
    type: 'table',
    path,
    format,
    ...(format === 'csv' && { encoding: 'utf-8', mediatype: 'text/csv' }),
    schema: { fields },
  };
}

export interface DescribedTable {
  readonly name: string;
  /** A file beside the description, or an address. */
  readonly path: string;
  readonly format: TableFormat;
  readonly columns: readonly { readonly heading: string; readonly type: ColumnType }[];
}

/** The types of ours are the standard's but for lists. */
function fieldType(type: ColumnType): JsonObject {
  if (type === 'strings' || type === 'numbers') {
    return { type: 'list', delimiter: ';', itemType: type === 'strings' ? 'string' : 'number' };
  }
  return { type };
}

function typesOf(resource: JsonObject): ReadonlyMap<string, ColumnType> {
  const { fields } = resource.schema as { fields: readonly JsonObject[] };
  return new Map(fields.map((field) => [String(field.name), typeOf(field)]));
}

function typeOf({ type, itemType }: JsonObject): ColumnType {
  if (type === 'list') return itemType === 'number' ? 'numbers' : 'strings';
  return TYPES.has(type as ColumnType) ? (type as ColumnType) : 'string';
}

const TYPES: ReadonlySet<ColumnType> = new Set(['string', 'number', 'boolean', 'any']);

function partKey({ path, dialect }: JsonObject): string {
  const sheet: Json | undefined = isJsonObject(dialect) ? dialect.sheetName : undefined;
  return typeof sheet === 'string' ? `${String(path)}#${sheet}` : String(path);
}
