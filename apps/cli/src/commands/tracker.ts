import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeReportDocx, writeReportPdf } from '#documents';
import { type ReportDocument, reportHtml, reportMarkdown } from '#tracker';
import { applyMetricRules, importPlans } from '#tracking';
import type { Command, ExitCode } from '../command.js';
import { askedReport } from '../asked-report.js';
import { refuseToReplace } from '../refuse-to-replace.js';
import { trackerReminders } from '../tracker-reminders.js';
import { UsageError } from '../usage-error.js';
import { DATA_DIR, withPlatform } from '../with-platform.js';
import { writeOut } from '../write-out.js';

const OPTIONS = {
  ...DATA_DIR,
  year: { type: 'string' },
  format: { type: 'string', default: 'md' },
  plan: { type: 'string' },
  issued: { type: 'string' },
  version: { type: 'string' },
  out: { type: 'string' },
  folder: { type: 'string' },
  date: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Each format's way of writing a report. */
const FORMATS: Readonly<Record<string, (report: ReportDocument) => string | Promise<Buffer>>> = {
  html: reportHtml,
  md: reportMarkdown,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  docx: writeReportDocx,
  pdf: writeReportPdf,
};

export const tracker: Command = {
  usage:
    'c7 tracker report --year AAAA [--format md|html|docx|pdf|json] [--plan PLAN] [--version N | --issued INFORME.json] [--out ARCHIVO]\n' +
    '                  [--data-dir .data]\n' +
    '  Genera el Informe Anual con los datos del seguimiento y la medición de hoy, como la página. Con --version, el que se\n' +
    '  emitió con ese número. Con --issued, el JSON de uno ya emitido, agrega la fe de erratas: todo lo que cambió desde\n' +
    '  entonces. Termina con 1 si la hay. Se emite en el escritorio, por quien tiene el papel.\n' +
    'c7 tracker import [--plan PLAN] [--folder CARPETA] [--data-dir .data]\n' +
    '  Trae los planes a la base de datos; lo que ya está no se repite y lo que cambió queda como versión nueva.\n' +
    'c7 tracker reminders [--date AAAA-MM-DD] [--dry-run] [--json] [--data-dir .data]\n' +
    '  Dice a quién toca hoy un recordatorio de reporte y por qué, y pide los correos; el producto en marcha los envía.\n' +
    '  Con --dry-run solo lo dice, de hoy o del día de --date.\n' +
    'c7 tracker measure [--data-dir .data]\n' +
    '  Aplica ahora las reglas que las sesiones fijaron a las metas medidas; el producto en marcha lo hace cada hora.',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.join() === 'import') return bringIn(values);
    if (positionals.join() === 'reminders') return tellReminders(values);
    if (positionals.join() === 'measure') return measure(values);
    if (positionals.join() !== 'report')
      throw new UsageError('tracker lleva «report», «import», «reminders» o «measure».');
    return writeReport(values);
  },
};

async function bringIn({ plan, folder, 'data-dir': dataDir }: Values): Promise<ExitCode> {
  const imported = await withPlatform(dataDir, ({ platform }) => importPlans(platform.dataSource, { plan, folder }));
  if (imported.length === 0) throw new UsageError(`No hay un plan «${plan}» que traer.`);
  for (const { plan: id, added, changed, kept } of imported) {
    process.stdout.write(`${id}: ${added} datos nuevos, ${changed} con versión nueva\n`);
    if (kept.length > 0) process.stdout.write(`  Cambiados en el escritorio, quedan como están: ${kept.join(', ')}\n`);
  }
  return 0;
}

async function tellReminders({ date, json, 'dry-run': dryRun, 'data-dir': dataDir }: Values): Promise<ExitCode> {
  const told = await withPlatform(dataDir, ({ platform }) => trackerReminders(platform, { date, dryRun, json }));
  process.stdout.write(told);
  return 0;
}

async function measure({ 'data-dir': dataDir }: Values): Promise<ExitCode> {
  const moved = await withPlatform(dataDir, ({ platform }) => applyMetricRules(platform.dataSource));
  for (const { plan, milestone, from, to, basis } of moved)
    process.stdout.write(`${plan} ${milestone}: ${from} → ${to}. ${basis}\n`);
  if (moved.length === 0) process.stdout.write('Ninguna meta medida cambia de estado.\n');
  return 0;
}

async function writeReport(values: Values): Promise<ExitCode> {
  const year = yearOf(values.year);
  const write = FORMATS[values.format];
  if (!write) throw new UsageError(`--format es ${Object.keys(FORMATS).join(', ')}.`);
  const binary = values.format === 'docx' || values.format === 'pdf';
  if (binary && !values.out && process.stdout.isTTY) throw new UsageError('Falta --out, el archivo que se escribe.');
  if (values.out) await refuseToReplace(values.out);
  const { plan, issued, version } = values;
  const { document, errata } = await withPlatform(values['data-dir'], ({ platform }) =>
    askedReport(platform.dataSource, { year, plan, issued, version: versionOf(version) }),
  );
  const written = await write(document);
  if (values.out) await writeFile(values.out, written);
  else if (typeof written === 'string') await writeOut(asPieces(written));
  else process.stdout.write(written);
  if (values.out) process.stderr.write(`Informe escrito: ${values.out} (versión ${document.hash.slice(0, 12)})\n`);
  return errata > 0 ? 1 : 0;
}

async function* asPieces(text: string): AsyncGenerator<string> {
  yield text;
}

function yearOf(text: string | undefined): number {
  if (!text || !/^\d{4}$/.test(text)) throw new UsageError('Falta --year, el año del informe: cuatro cifras.');
  return Number(text);
}

function versionOf(text: string | undefined): number | undefined {
  if (text !== undefined && !/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('--version es un número, desde 1.');
  return text === undefined ? undefined : Number(text);
}
