import { parseArgs } from 'node:util';
import { findMappedBatch, openStoredFile, outcomesOf, remarksOf } from '#publishing';
import { annotateRows, type AnnotateReport, annotateWorkbook, openSourceTables } from '#tables';
import type { Command, ExitCode } from '../command.js';
import { counted } from '../counted.js';
import { refuseToReplace } from '../refuse-to-replace.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = { ...DATA_DIR, out: { type: 'string' } } as const;

export const annotate: Command = {
  usage:
    'c7 annotate LOTE --out ARCHIVO.xlsx [--data-dir .data]\n' +
    '  Escribe una copia del archivo recibido con un comentario en cada celda por corregir y la hoja «Observaciones».\n' +
    '  De un CSV o un .xls hace un libro nuevo, con todas las celdas como texto.',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [batchId] = positionals;
    const { out } = values;
    if (batchId === undefined || positionals.length > 1) throw new UsageError('annotate lleva el número de un lote.');
    if (out === undefined) throw new UsageError('Falta --out: el archivo que se escribirá.');
    await refuseToReplace(out);
    return withPlatform<ExitCode>(values['data-dir'], async ({ platform: { dataSource } }) => {
      const batch = await findMappedBatch(dataSource.manager, batchId);
      await using stored = await openStoredFile(dataSource.manager, batch.sha256);
      const write = batch.format === 'xlsx' ? annotateWorkbook : annotateTable;
      const options = { fileName: batch.fileName, outcomes: outcomesOf(batch) };
      const report = await write(stored.path, out, remarksOf(dataSource, batch.id), options);
      process.stderr.write(`${out}: ${describe(report)}.\n`);
      return 0;
    });
  },
};

/** What is no workbook of today has no place for notes: a new one is written. */
async function annotateTable(...[path, out, remarks, options]: Parameters<typeof annotateWorkbook>) {
  const tables = await openSourceTables(path);
  try {
    const sheets = tables.sheets.map(({ name }) => ({ name, rows: tables.rows(name) }));
    return await annotateRows(out, sheets, remarks, options);
  } finally {
    await tables.close();
  }
}

function describe({ remarks, notes, unlisted }: AnnotateReport): string {
  const told = [
    counted(remarks, 'observación', 'observaciones'),
    counted(notes, 'celda con comentario', 'celdas con comentario'),
    unlisted > 0 && `${unlisted} ya no caben en la hoja`,
  ];
  return told.filter(Boolean).join(', ');
}
