import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type FileFindingGroup, type FileReport, type InputSource, isValidFile, validateInput } from '#ocds';
import type { Command } from '../command.js';
import { findInputs, inputName } from '../release-files.js';
import { describeError } from '../report-error.js';
import { startProgress } from '../show-progress.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = { json: { type: 'boolean', default: false }, prefix: { type: 'string' } } as const;

export const validate: Command = {
  usage: 'c7 validate ARCHIVO… [--json] [--prefix ocds-xxxxxx]      («-» es la entrada estándar)',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta al menos un archivo.');
    if (values.prefix === '') throw new UsageError('--prefix está vacío.');
    let invalid = 0;
    let unreadable = 0;
    await writeOut(reportLines());
    if (unreadable > 0) return 2;
    return invalid > 0 ? 1 : 0;

    async function* reportLines(): AsyncGenerator<string> {
      for await (const path of findInputs(positionals, fail)) {
        const report = await validateFile(path, values.prefix).catch((error: unknown) => fail(path, error));
        if (!report) continue;
        if (!isValidFile(report)) invalid++;
        yield `${values.json ? JSON.stringify(report) : [...describe(report)].join('\n')}\n`;
      }
    }

    function fail(path: string, error: unknown): undefined {
      unreadable++;
      process.stderr.write(`${inputName(path)}: ${describeError(error)}\n`);
    }
  },
};

async function validateFile(path: string, prefix: string | undefined): Promise<FileReport> {
  const progress = startProgress(inputName(path));
  try {
    return await validateInput(await openSource(path), {
      file: path,
      ...(prefix && { ocidPrefix: prefix }),
      ...(progress && { onRelease: progress.show }),
    });
  } finally {
    progress?.end();
  }
}

/** A pipe, also one that has a name, can be read once only; a file may be read again. */
async function openSource(path: string): Promise<InputSource> {
  if (path === '-') return process.stdin;
  const open = () => createReadStream(path, { highWaterMark: 1 << 20 });
  return (await stat(path)).isFile() ? open : open();
}

function* describe(report: FileReport): Generator<string> {
  const { file, releases, valid, invalid, format, encoding, notices, groups, extensions } = report;
  const count = (n: number) => n.toLocaleString('es-MX');
  yield `${inputName(file ?? '')}: ${count(releases)} publicaciones, ${count(valid)} válidas, ${count(invalid)} con errores (${format}, ${encoding})`;
  for (const notice of notices) yield `  aviso (${count(notice.count)}): ${notice.reason.es} ${notice.remedy.es}`;
  for (const id of extensions.known.filter((known) => !extensions.applied.includes(known))) {
    yield `  extensión no aplicada, porque se declara después de las publicaciones y una tubería se lee una sola vez: ${id}`;
  }
  for (const url of extensions.unknown) yield `  extensión desconocida, no aplicada: ${url}`;
  for (const group of groups) yield* describeGroup(group, count);
}

const SEVERITIES = { error: 'ERROR', warning: 'advertencia', note: 'nota' } as const;

function* describeGroup(group: FileFindingGroup, count: (n: number) => string): Generator<string> {
  yield `  ${SEVERITIES[group.severity]} (${count(group.count)}) ${group.path}: ${group.message.es}`;
  yield `    ${group.remedy.es}`;
  yield `    en ${group.examples.map(({ pointer, value }) => (value ? `${pointer} = ${value}` : pointer)).join('; ')}`;
}
