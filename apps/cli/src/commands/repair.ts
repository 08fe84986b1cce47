import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { repairRelease, REPAIRS, type FoundRelease, type Repaired, type RepairName } from '#ocds';
import type { Command } from '../command.js';
import { openReleaseFiles, type ReleaseFiles } from '../release-files.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = { only: { type: 'string' }, report: { type: 'string' } } as const;

export const repair: Command = {
  usage:
    'c7 repair ARCHIVO… [--only NOMBRE,…] [--report ARCHIVO.jsonl]      («-» es la entrada estándar)\n\n' +
    REPAIRS.map(({ name, does }) => `  ${name.padEnd(16)}${does.es}`).join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta la ruta de al menos un archivo o carpeta.');
    const repairs = namesIn(values.only);
    if (values.report !== undefined) await keepApart(values.report, positionals);
    const files = openReleaseFiles(positionals);
    const report = values.report === undefined ? undefined : await openReport(values.report);
    const tally: Tally = { releases: 0, changed: 0, counts: new Map() };
    await writeOut(repaired(files, repairs, tally, report));
    if (report) await finished(report.end());
    describeTally(tally);
    return files.failed() > 0 ? 2 : 0;
  },
};

function namesIn(only: string | undefined): readonly RepairName[] {
  const names = REPAIRS.map(({ name }) => name);
  if (only === undefined) return names;
  const wanted = new Set(only.split(',').map((name) => name.trim()));
  const unknown = [...wanted].find((name) => !names.some((known) => known === name));
  if (unknown !== undefined)
    throw new UsageError(`No hay una reparación «${unknown}». Las que hay: ${names.join(', ')}.`);
  return names.filter((name) => wanted.has(name));
}

async function* repaired(
  files: ReleaseFiles,
  repairs: readonly RepairName[],
  tally: Tally,
  report: WriteStream | undefined,
): AsyncGenerator<string> {
  for await (const { name, releases } of files) {
    for await (const found of releases) {
      const result = repairRelease(found.release, { repairs });
      count(tally, result);
      if (report) await writeReport(report, name, found, result);
      yield `${JSON.stringify(result.release)}\n`;
    }
  }
}

/** Writing the report over a file that is to be read would destroy it. */
async function keepApart(report: string, inputs: readonly string[]): Promise<void> {
  const [target, ...sources] = await Promise.all([report, ...inputs].map(realPathOf));
  const isInput = sources.some((source) => target === source || target!.startsWith(source + sep));
  if (isInput) throw new UsageError('--report no puede ser uno de los archivos que se leen ni estar en su carpeta.');
}

/** A file that is not there yet has the place that its folder has. */
async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)),
  );
}

/** Opened before anything is read: a report that cannot be written stops the work at once. */
async function openReport(path: string): Promise<WriteStream> {
  const report = createWriteStream(path);
  await once(report, 'open');
  return report;
}

async function writeReport(
  report: WriteStream,
  file: string,
  found: FoundRelease,
  { applied }: Repaired,
): Promise<void> {
  const { release, pointer: at } = found;
  const { ocid, id } = release;
  const lines = applied.map((one) => `${JSON.stringify({ file, release: at, ocid, id, ...one })}\n`).join('');
  if (lines !== '' && !report.write(lines)) await once(report, 'drain');
}

interface Tally {
  releases: number;
  changed: number;
  readonly counts: Map<string, number>;
}

function count(tally: Tally, { applied }: Repaired): void {
  tally.releases++;
  if (applied.length > 0) tally.changed++;
  for (const { repair: name, assumed = [] } of applied) {
    for (const key of [name, ...assumed.map((assumption) => `${name}: ${assumption}`)]) {
      tally.counts.set(key, (tally.counts.get(key) ?? 0) + 1);
    }
  }
}

function describeTally({ releases, changed, counts }: Tally): void {
  process.stderr.write(`${changed} de ${releases} publicaciones cambiaron.\n`);
  for (const [name, times] of [...counts].sort()) process.stderr.write(`  ${name.padEnd(36)}${times}\n`);
}
