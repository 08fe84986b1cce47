import { parseArgs } from 'node:util';
import {
  findPublisher,
  ingestFile,
  startPublishing,
  waitUntilPublished,
  type BatchReport,
  type OrganisationCounts,
  type Platform,
  type RowCounts,
} from '#publishing';
import { BUYER_OPTIONS, BUYER_USAGE, buyerOf } from '../buyer-options.js';
import { describeFaults } from '../cell-faults.js';
import { findSourceFiles, INGESTED } from '../find-source-files.js';
import type { Command, ExitCode } from '../command.js';
import { counted } from '../counted.js';
import { describeRows } from '../describe-rows.js';
import { describeError } from '../report-error.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';

const OPTIONS = {
  ...DATA_DIR,
  publisher: { type: 'string' },
  ...BUYER_OPTIONS,
  profile: { type: 'string' },
  wait: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const ingest: Command = {
  usage:
    'c7 ingest RUTA… --publisher ID [--profile NOMBRE] [--wait] [--json] [--data-dir .data]\n' +
    `            ${BUYER_USAGE}\n` +
    '  Archivos OCDS y hojas de cálculo (CSV, .xlsx, .xls); de estas el formato se reconoce por su encabezado.\n' +
    '  --buyer-…  de quién son las compras, si no son de quien publica',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta la ruta de al menos un archivo o carpeta.');
    if (!values.publisher) throw new UsageError('Falta --publisher: quién publica.');
    return withPlatform(values['data-dir'], ({ platform }) => ingestAll(platform, positionals, values));
  },
};

async function ingestAll(platform: Platform, paths: readonly string[], values: Values): Promise<ExitCode> {
  const publisher = await findPublisher(platform.dataSource, values.publisher!);
  const buyer = buyerOf(values);
  const { profile } = values;
  const reports: BatchReport[] = [];
  let failed = 0;
  for (const path of paths) {
    for (const file of await filesOf(path, () => failed++)) {
      try {
        const report = await ingestFile(platform, { path: file, publisher, profile, buyer });
        reports.push(report);
        print(report, values);
      } catch (error) {
        failed++;
        process.stderr.write(`${file}: ${describeError(error)}\n`);
      }
    }
  }
  if (values.wait) await publishAndWait(platform, reports);
  return summarize(reports, failed);
}

async function filesOf(path: string, onFailure: () => void): Promise<readonly string[]> {
  try {
    return await findSourceFiles(path, INGESTED);
  } catch (error) {
    onFailure();
    process.stderr.write(`${path}: ${describeError(error)}\n`);
    return [];
  }
}

function print(report: BatchReport, values: Values): void {
  const { ocids, ...shown } = report;
  if (values.json) process.stdout.write(`${JSON.stringify({ ...shown, processes: ocids.length })}\n`);
  else process.stdout.write(`${describe(report)}\n`);
  for (const notice of report.notices) process.stderr.write(`${report.fileName}: ${notice.reason.es}\n`);
  for (const line of describeFaults(report.faults, 10)) process.stderr.write(`${report.fileName}: ${line}\n`);
  for (const { count, path, message, remedy, examples } of report.errors.slice(0, 10)) {
    const [first] = examples;
    const place = first ? `${first.source ?? ''}${first.pointer}` : path;
    process.stderr.write(
      `${report.fileName}${place}: ${message.es} ${remedy.es}${count > 1 ? ` (${count} veces)` : ''}\n`,
    );
  }
  for (const { pointer, message } of report.refusals.slice(0, 10)) {
    process.stderr.write(`${report.fileName}${pointer}: ${message}\n`);
  }
}

function describe(report: BatchReport): string {
  if (report.seenBefore) return `${report.fileName}: ya se había recibido (lote ${report.batchId}); nada cambia`;
  const { organisations } = report;
  const rows = report.rows ? `; ${describeRows(report.rows, { isRegister: organisations !== undefined })}` : '';
  const counts = organisations ? describeOrganisations(organisations) : describeReleases(report);
  return `${report.fileName}: ${counts.filter(Boolean).join(', ')}${rows} (lote ${report.batchId})`;
}

function describeReleases(report: BatchReport): readonly (string | false)[] {
  return [
    counted(report.accepted, 'aceptada', 'aceptadas'),
    report.held > 0 && counted(report.held, 'retenida', 'retenidas'),
    report.superseded > 0 &&
      `${counted(report.superseded, 'sustituida', 'sustituidas')} por las publicaciones del proceso`,
    report.unchanged > 0 && `${report.unchanged} sin cambio`,
    report.refused > 0 && counted(report.refused, 'rechazada', 'rechazadas'),
    ...describeDecisions(report),
  ];
}

/** What people decided before stands against the file. */
export function describeDecisions({ withdrawn, corrections }: Pick<BatchReport, 'withdrawn' | 'corrections'>) {
  const { kept = 0, overtaken = 0 } = corrections ?? {};
  return [
    withdrawn !== undefined &&
      withdrawn.length > 0 &&
      counted(withdrawn.length, 'proceso retirado que sigue en espera', 'procesos retirados que siguen en espera'),
    kept > 0 && counted(kept, 'valor corregido que se conserva', 'valores corregidos que se conservan'),
    overtaken > 0 &&
      `${counted(overtaken, 'corrección por revisar', 'correcciones por revisar')}: el archivo dice otra cosa`,
  ];
}

function describeOrganisations({ stored, unchanged, older }: OrganisationCounts): readonly (string | false)[] {
  return [
    counted(stored, 'organización nueva o cambiada', 'organizaciones nuevas o cambiadas'),
    unchanged > 0 && `${unchanged} sin cambio`,
    older > 0 && counted(older, 'anterior a lo guardado', 'anteriores a lo guardado'),
  ];
}

/** Publishes here too, beside any worker that runs: the wait then ends even where none does. */
async function publishAndWait(platform: Platform, reports: readonly BatchReport[]): Promise<void> {
  const publishing = await startPublishing(platform, (error) => process.stderr.write(`c7: ${error.message}\n`));
  const ocids = [...new Set(reports.flatMap((report) => report.ocids))];
  await waitUntilPublished(platform.dataSource, ocids, (waiting) => {
    if (process.stderr.isTTY && waiting > 0) process.stderr.write(`\rPor publicar: ${waiting} procesos   `);
  });
  await publishing.stop();
  process.stderr.write(
    `${process.stderr.isTTY ? '\r' : ''}Publicado: ${counted(ocids.length, 'proceso', 'procesos')}.\n`,
  );
}

function summarize(reports: readonly BatchReport[], failed: number): ExitCode {
  const held = reports.reduce(
    (sum, { held: releases, refused, rows }) => sum + releases + refused + waitingRows(rows),
    0,
  );
  if (failed > 0)
    process.stderr.write(
      `${counted(failed, 'archivo no se pudo', 'archivos no se pudieron')} leer, de ${failed + reports.length}; de lo no leído no se guardó nada.\n`,
    );
  if (failed > 0) return 2;
  return held > 0 ? 1 : 0;
}

/** Rows that wait for a correction. */
function waitingRows(rows: RowCounts | undefined): number {
  return rows ? rows.held + rows.refused : 0;
}
