import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { readReleases } from '#ocds';
import { TABLE_FORMATS, type TablesReport, writeTables } from '#tables';
import type { Command } from '../command.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = {
  to: { type: 'string', default: 'csv' },
  out: { type: 'string' },
  tables: { type: 'string', default: 'kind' },
  'keep-formulas': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Read in pieces as large as this: fewer turns of the event loop than with 64 KiB. */
const CHUNK_BYTES = 1 << 20;

export const flatten: Command = {
  usage:
    'c7 flatten ARCHIVO [--to csv|xlsx|parquet] --out CARPETA [--tables kind|path] [--keep-formulas] [--json]\n' +
    '  --tables kind   las listas del mismo nombre comparten tabla (lo usual): items, documents…\n' +
    '  --tables path   una tabla por lista: tender_items, awards_items…\n' +
    '  --keep-formulas CSV: deja como está el texto que una hoja de cálculo tomaría por fórmula',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { file, format, folder, by } = readRequest(values, positionals);
    const releases = readReleases(createReadStream(file, { highWaterMark: CHUNK_BYTES }));
    const report = await writeTables(releases, { format, folder, by, keepFormulas: values['keep-formulas'] });
    for (const { reason } of releases.summary().notices) process.stderr.write(`${file}: ${reason.es}\n`);
    print(report, values.json);
    return report.cutTexts > 0 ? 1 : 0;
  },
};

function readRequest({ to, out, tables }: Values, [file, ...more]: readonly string[]) {
  const format = TABLE_FORMATS.find((known) => known === to);
  const by = (['kind', 'path'] as const).find((known) => known === tables);
  if (!file || more.length > 0) throw new UsageError('Falta el archivo OCDS.');
  if (!out) throw new UsageError('Falta --out: la carpeta para las tablas.');
  if (!format) throw new UsageError(`No hay un formato «${to}».`);
  if (!by) throw new UsageError(`--tables es kind o path, no «${tables}».`);
  return { file, format, folder: out, by };
}

function print(report: TablesReport, json: boolean | undefined): void {
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    for (const { name, rows, columns } of report.tables) {
      process.stdout.write(`${name}: ${rows} filas, ${columns} columnas\n`);
    }
  }
  if (report.cutTexts === 0) return;
  process.stderr.write(
    `${report.cutTexts} textos pasan de lo que cabe en una celda de Excel y se cortaron; usar csv.\n`,
  );
}
