import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type ColumnType, type JsonObject, type StreamedTable, unflattenStreams, type UnflattenRoom } from '#ocds';
import { type PartTypes, readDataPackage } from './data-package.js';
import { TableError } from './table-error.js';
import { TABLE_FORMATS, type TableFormat } from './table-format.js';

/**
 * The releases that `writeTables` wrote, less empty values; also those of tables that flatten-tool wrote. One release
 * is held at a time where the rows follow the order of the releases, as they were written.
 *
 * @param path the folder, or one workbook or file of it
 * @param room for tables in another order
 * @throws TableError, FlattenError; errors of the file system
 */
export async function* readTables(path: string, room: UnflattenRoom): AsyncGenerator<JsonObject> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const types = await readDataPackage(folder);
  const files = isFolder ? await tableFiles(folder, types) : [basename(path)];
  const open: OpenTables[] = [];
  try {
    for (const file of files) open.push(await openFile(folder, file, types));
    yield* unflattenStreams(
      open.flatMap(({ tables }) => tables),
      room,
    );
  } finally {
    for (const { close } of open) close?.();
  }
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

/** The tables of one file. */
interface OpenTables {
  readonly tables: readonly StreamedTable[];
  readonly close?: () => void;
}

async function openFile(folder: string, file: string, types: PartTypes): Promise<OpenTables> {
  const path = join(folder, file);
  if (formatOf(file) === 'xlsx') {
    const { openWorkbookTables } = await import('./xlsx/read-workbook.js');
    return openWorkbookTables(path, (sheet) => types.get(`${file}#${sheet}`) ?? UNKNOWN);
  }
  const open =
    formatOf(file) === 'parquet'
      ? (await import('./parquet/read-parquet.js')).openParquet
      : (await import('./csv/read-csv.js')).openCsv;
  return { tables: [await open(path, types.get(file) ?? UNKNOWN)] };
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
