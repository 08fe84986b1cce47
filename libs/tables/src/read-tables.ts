import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type ColumnType, type JsonObject, unflattenTables } from '#ocds';
import { type PartTypes, readDataPackage } from './data-package.js';
import type { ReadTable } from './read-table.js';
import { TableError } from './table-error.js';
import { TABLE_FORMATS, type TableFormat } from './table-format.js';

/**
 * The releases that `writeTables` wrote, less empty values; also those of tables that flatten-tool wrote. Held in memory
 * all at once.
 *
 * @param path the folder, or one workbook or file of it
 * @throws TableError, FlattenError; errors of the file system
 */
export async function readTables(path: string): Promise<readonly JsonObject[]> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const types = await readDataPackage(folder);
  const files = isFolder ? await tableFiles(folder, types) : [basename(path)];
  const tables: ReadTable[] = [];
  for (const file of files) tables.push(...(await readFileOfTables(folder, file, types)));
  return unflattenTables(tables);
}

/** The files the description names; without one, those of the only format there is. */
async function tableFiles(folder: string, types: PartTypes): Promise<readonly string[]> {
  if (types.size > 0) return [...new Set(Array.from(types.keys(), (key) => key.split('#')[0]!))];
  const files = (await readdir(folder)).filter((file) => formatOf(file));
  if (new Set(files.map(formatOf)).size === 1) return files.sort(byPart);
  throw new TableError('NO_TABLES', `${folder} no tiene tablas, o las tiene en más de un formato.`, {
    es: 'Dar la carpeta que hizo «c7 flatten», o un solo libro .xlsx.',
    en: 'Give the folder that "c7 flatten" made, or a single .xlsx workbook.',
  });
}

async function readFileOfTables(folder: string, file: string, types: PartTypes): Promise<readonly ReadTable[]> {
  const path = join(folder, file);
  if (formatOf(file) === 'xlsx') {
    const { readWorkbook } = await import('./xlsx/read-workbook.js');
    return readWorkbook(path, (sheet) => types.get(`${file}#${sheet}`) ?? UNKNOWN);
  }
  const read =
    formatOf(file) === 'parquet'
      ? (await import('./parquet/read-parquet.js')).readParquet
      : (await import('./csv/read-csv.js')).readCsv;
  return [await read(path, types.get(file) ?? UNKNOWN)];
}

const UNKNOWN: ReadonlyMap<string, ColumnType> = new Map();

function formatOf(file: string): TableFormat | undefined {
  return TABLE_FORMATS.find((format) => extname(file) === `.${format}`);
}

/** "items.csv", "items-2.csv", "items-10.csv". */
function byPart(a: string, b: string): number {
  const [[tableA, partA], [tableB, partB]] = [partOf(a), partOf(b)];
  return tableA === tableB ? partA - partB : tableA < tableB ? -1 : 1;
}

function partOf(file: string): readonly [string, number] {
  const [, table = file, part = '1'] = /^(.*?)(?:-(\d+))?\.\w+$/.exec(file) ?? [];
  return [table, Number(part)];
}
