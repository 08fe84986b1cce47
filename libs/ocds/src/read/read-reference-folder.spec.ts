import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { decodeWindows1252 } from './windows-1252.js';
import { readReleases } from './read-releases.js';

const FOLDER = resolve(process.cwd(), '../shared/data/ocds');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.jsonl?$/.test(name))
  : [];
if (files.length === 0) console.info(`Skipped: the reference folder ${FOLDER} is absent.`);
const describeWithFolder = files.length > 0 ? describe : describe.skip;

describeWithFolder('readReleases of what publishers publish', () => {
  it.each(files)('reads %s as parsing the whole of it does', async (file) => {
    const { found, summary } = await read(join(FOLDER, file));
    const bytes = readFileSync(join(FOLDER, file));
    const text = summary.encoding === 'utf-8' ? bytes.toString() : decodeWindows1252(bytes);
    expect(found.map(({ release }) => ({ ...release, tag: undefined }))).toEqual(releasesOf(text));
    for (const { origin, text: exact, offset } of found.filter((one) => one.origin === 'release')) {
      const there = bytes.subarray(offset, offset + Buffer.byteLength(exact));
      expect([origin, text.includes(exact), there[0], JSON.parse(exact)]).toEqual([
        'release',
        true,
        0x7b,
        expect.anything(),
      ]);
    }
    expect(summary.notices.filter(({ effect }) => effect === 'left-out')).toEqual([]);
  });

  it('takes compiled releases where there is nothing else, and windows-1252 where it is', async () => {
    const codes = new Map<string, number>();
    for (const file of files) {
      const { summary } = await read(join(FOLDER, file));
      for (const { code, count } of summary.notices) codes.set(code, (codes.get(code) ?? 0) + count);
    }
    expect(Object.fromEntries(codes)).toEqual({ 'compiled-release': 16, 'windows-1252': 1 });
  });
});

async function read(path: string) {
  const reader = readReleases(createReadStream(path));
  const found = [];
  for await (const release of reader) found.push(release);
  return { found, summary: reader.summary() };
}

/** The releases of a small file, by parsing all of it; without tags, which compiled releases change. */
function releasesOf(text: string): unknown[] {
  const documents = text.trimStart().startsWith('{"ocid"') ? text.trim().split('\n') : [text];
  return documents
    .flatMap((document) => collect(JSON.parse(document) as Json))
    .map((release) => ({ ...release, tag: undefined }));
}

function collect(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (!isJsonObject(value)) return [];
  if (Array.isArray(value.records)) return value.records.flatMap(collect);
  if (!Array.isArray(value.releases)) return [value];
  const embedded = value.releases.filter(
    (release: JsonObject) => release.id !== undefined || release.ocid !== undefined,
  );
  return embedded.length > 0 ? embedded : [value.compiledRelease as JsonObject];
}
