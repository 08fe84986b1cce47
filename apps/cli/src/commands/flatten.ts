import { parseArgs } from 'node:util';
import type { FoundRelease } from '#ocds';
import { TABLE_FORMATS, type TablesReport, writeTables } from '#tables';
import type { Command } from '../command.js';
import { FileError } from '../find-source-files.js';
import { openReleaseFiles, releasesOf } from '../release-files.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = {
  to: { type: 'string', default: 'csv' },
  out: { type: 'string' },
  tables: { type: 'string', default: 'kind' },
  'keep-formulas': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const flatten: Command = {
  usage:
    'c7 flatten ARCHIVO… [--to csv|xlsx|parquet] --out CARPETA [--tables kind|path] [--keep-formulas] [--json]\n' +
    '  «-» es la entrada estándar\n' +
    '  --tables kind   las listas del mismo nombre comparten tabla (lo usual): items, documents…\n' +
    '  --tables path   una tabla por lista: tender_items, awards_items…\n' +
    '  --keep-formulas CSV: deja como está el texto que una hoja de cálculo tomaría por fórmula',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const { format, folder, by } = readRequest(values, positionals);
    const keepFormulas = values['keep-formulas'];
    const report = await writeTables(wholeOf(positionals), { format, folder, by, keepFormulas });
    print(report, values.json);
    return report.cutTexts > 0 ? 1 : 0;
  },
};

function readRequest({ to, out, tables }: Values, paths: readonly string[]) {
  const format = TABLE_FORMATS.find((known) => known === to);
  const by = (['kind', 'path'] as const).find((known) => known === tables);
  if (paths.length === 0) throw new UsageError('Falta la ruta de al menos un archivo o carpeta.');
  if (!out) throw new UsageError('Falta --out: la carpeta para las tablas.');
  if (!format) throw new UsageError(`No hay un formato «${to}».`);
  if (!by) throw new UsageError(`--tables es kind o path, no «${tables}».`);
  return { format, folder: out, by };
}

/** Tables cannot show that a part is missing, so there are none then. */
async function* wholeOf(paths: readonly string[]): AsyncGenerator<FoundRelease> {
  const files = openReleaseFiles(paths);
  yield* releasesOf(files);
  if (files.failed() === 0) return;
  throw new FileError('FILE_UNREADABLE', 'No se escribió ninguna tabla.', 'Corregir o quitar lo que no se pudo leer.');
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
