import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { type FileFindingGroup, type FileReport, isValidFile, validateInput } from '#ocds';
import type { Command } from '../command.js';
import { describeError } from '../report-error.js';
import { UsageError } from '../usage-error.js';
import { findSourceFiles } from '../find-source-files.js';
import { writeOut } from '../write-out.js';

const OPTIONS = { json: { type: 'boolean', default: false }, prefix: { type: 'string' } } as const;

export const validate: Command = {
  usage: 'c7 validate ARCHIVO… [--json] [--prefix ocds-xxxxxx]',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('Falta al menos un archivo.');
    let invalid = 0;
    let unreadable = 0;
    await writeOut(reportLines());
    if (unreadable > 0) return 2;
    return invalid > 0 ? 1 : 0;

    async function* reportLines(): AsyncGenerator<string> {
      for (const path of positionals) {
        try {
          for (const file of await findSourceFiles(path)) {
            const report = await validateFile(file, values.prefix);
            if (!isValidFile(report)) invalid++;
            yield `${values.json ? JSON.stringify(report) : [...describe(report)].join('\n')}\n`;
          }
        } catch (error) {
          unreadable++;
          process.stderr.write(`${path}: ${describeError(error)}\n`);
        }
      }
    }
  },
};

async function validateFile(path: string, prefix: string | undefined): Promise<FileReport> {
  const onRelease = process.stderr.isTTY ? showProgress : undefined;
  const report = await validateInput(() => createReadStream(path, { highWaterMark: 1 << 20 }), {
    file: path,
    ...(prefix && { ocidPrefix: prefix }),
    ...(onRelease && { onRelease }),
  });
  if (onRelease) process.stderr.write('\r\u001b[K');
  return report;
}

function showProgress(done: number): void {
  if (done % 500 === 0) process.stderr.write(`\rValidadas: ${done.toLocaleString('es-MX')}`);
}

function* describe(report: FileReport): Generator<string> {
  const { file, releases, valid, invalid, format, encoding, notices, groups, extensions } = report;
  const count = (n: number) => n.toLocaleString('es-MX');
  yield `${file}: ${count(releases)} publicaciones, ${count(valid)} válidas, ${count(invalid)} con errores (${format}, ${encoding})`;
  for (const notice of notices) yield `  aviso (${count(notice.count)}): ${notice.reason.es} ${notice.remedy.es}`;
  for (const url of extensions.unknown) yield `  extensión desconocida, no aplicada: ${url}`;
  for (const group of groups) yield* describeGroup(group, count);
}

const SEVERITIES = { error: 'ERROR', warning: 'advertencia', note: 'nota' } as const;

function* describeGroup(group: FileFindingGroup, count: (n: number) => string): Generator<string> {
  yield `  ${SEVERITIES[group.severity]} (${count(group.count)}) ${group.path}: ${group.message.es}`;
  yield `    ${group.remedy.es}`;
  yield `    en ${group.examples.map(({ pointer, value }) => (value ? `${pointer} = ${value}` : pointer)).join('; ')}`;
}
