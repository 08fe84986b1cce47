import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { JsonObject } from '#ocds';
import { readTables } from '#tables';
import type { Command } from '../command.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = { out: { type: 'string' } } as const;

export const unflatten: Command = {
  usage: 'c7 unflatten CARPETA|LIBRO.xlsx [--out ARCHIVO.jsonl]',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('Falta la carpeta de las tablas, o un libro.');
    const releases = await readTables(path);
    await pipeline(Readable.from(lines(releases)), ...sink(values.out));
    return 0;
  },
};

function sink(out: string | undefined): readonly [Writable, { readonly end?: boolean }] {
  return out === undefined ? [process.stdout, { end: false }] : [createWriteStream(out), {}];
}

function* lines(releases: readonly JsonObject[]): Generator<string> {
  for (const release of releases) yield `${JSON.stringify(release)}\n`;
}
