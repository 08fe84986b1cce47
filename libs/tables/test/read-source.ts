import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSourceTables, type SourceLimits, type SourceRow, type SourceTables, TableError } from '#tables';

/** A file's sheets, gone through to the end; the file itself is gone by then. */
export interface ReadSource extends Pick<SourceTables, 'format' | 'encoding' | 'delimiter' | 'sheets' | 'notices'> {
  /** Of the first sheet, or of that named. */
  rows(sheet?: string): readonly SourceRow[];
  cells(sheet?: string): readonly (readonly string[])[];
}

export async function readSource(content: Buffer | string, limits: Partial<SourceLimits> = {}): Promise<ReadSource> {
  return withFile(content, (path) => readPath(path, limits));
}

export async function withFile<T>(content: Buffer | string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'c7-source-'));
  const path = join(folder, 'datos');
  try {
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function readPath(path: string, limits: Partial<SourceLimits> = {}): Promise<ReadSource> {
  const tables = await openSourceTables(path, { limits });
  try {
    const read = new Map<string, readonly SourceRow[]>();
    for (const { name } of tables.sheets) read.set(name, await allOf(tables.rows(name)));
    const rows = (sheet = tables.sheets[0]!.name): readonly SourceRow[] => read.get(sheet) ?? [];
    return { ...tables, notices: [...tables.notices], rows, cells: (sheet) => rows(sheet).map(({ cells }) => cells) };
  } finally {
    await tables.close();
  }
}

export async function allOf(rows: AsyncIterable<SourceRow>): Promise<readonly SourceRow[]> {
  const all: SourceRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** The error a file is refused with. */
export async function refusalOf(content: Buffer | string, limits: Partial<SourceLimits> = {}): Promise<TableError> {
  const error = await readSource(content, limits).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (error instanceof TableError) return error;
  throw error ?? new Error('The file was read.');
}
