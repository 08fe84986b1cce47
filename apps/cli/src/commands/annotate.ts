import { parseArgs } from 'node:util';
import { findMappedBatch, type MappedBatch, openStoredFile, outcomesOf, remarksOf } from '#publishing';
import { annotateWorkbook } from '#tables';
import type { Command, ExitCode } from '../command.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = { ...DATA_DIR, out: { type: 'string' } } as const;

export const annotate: Command = {
  usage:
    'c7 annotate LOTE --out ARCHIVO.xlsx [--data-dir .data]\n' +
    '  Escribe una copia del libro recibido con un comentario en cada celda por corregir y la hoja «Observaciones».',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [batchId] = positionals;
    const { out } = values;
    if (batchId === undefined || positionals.length > 1) throw new UsageError('annotate lleva el número de un lote.');
    if (out === undefined) throw new UsageError('Falta --out: el archivo que se escribirá.');
    return withPlatform<ExitCode>(values['data-dir'], async ({ platform: { dataSource } }) => {
      const batch = await findMappedBatch(dataSource.manager, batchId);
      if (batch.format !== 'xlsx') throw notAWorkbook(batch);
      await using stored = await openStoredFile(dataSource.manager, batch.sha256);
      const { fileName } = batch;
      const remarks = remarksOf(dataSource, batch.id);
      const report = await annotateWorkbook(stored.path, out, remarks, { fileName, outcomes: outcomesOf(batch) });
      process.stderr.write(`${out}: ${report.remarks} observaciones, ${report.notes} celdas con comentario.\n`);
      return 0;
    });
  },
};

function notAWorkbook({ id, fileName, format }: MappedBatch): UsageError {
  return new UsageError(`El lote ${id} («${fileName}») es un archivo .${format}: solo los .xlsx llevan comentarios.`);
}
