import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { JsonObject } from '#ocds';
import { readTables } from '#tables';
import type { Command } from '../command.js';
import { openFileShelf } from '../file-shelf.js';
import { naming } from '../source-fault.js';
import { UsageError } from '../usage-error.js';
import { writeOut } from '../write-out.js';

const OPTIONS = { out: { type: 'string' } } as const;

/** Characters kept in memory of rows that do not follow the order of the releases. */
const ROOM = 30_000_000;

export const unflatten: Command = {
  usage: 'c7 unflatten CARPETA|LIBRO.xlsx [--out ARCHIVO.jsonl]',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('Falta la carpeta de las tablas, o un libro.');
    const text = lines(naming(() => path, readTables(path, { room: ROOM, openShelf: openFileShelf })));
    if (values.out === undefined) await writeOut(text);
    else await writeFile(values.out, text);
    return 0;
  },
};

async function writeFile(path: string, text: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(text), createWriteStream(path));
}

async function* lines(releases: AsyncIterable<JsonObject>): AsyncGenerator<string> {
  for await (const release of releases) yield `${JSON.stringify(release)}\n`;
}
