// Takes one file from its bytes to validated releases, as `c7 map` does without writing them; or, with --read-only,
// reads its rows and no more; or, with --csv-parse, lets csv-parse read them. Prints the counts as JSON.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { loadProfiles, mapFile, releaseValidator } from '#publishing';
import { finishRelease } from '#sources';
import { openSourceTables } from '#tables';
import { collectEarly } from '../dist/apps/cli/src/collect-early.js';

const [path, profileId, how] = process.argv.slice(2);
const begin = performance.now();
const counts = how === '--read-only' ? await read() : how === '--csv-parse' ? await parseAlone() : await map();
process.stderr.write(`${JSON.stringify({ ...counts, seconds: (performance.now() - begin) / 1000 })}\n`);

async function map() {
  collectEarly();
  const context = { buyer: { name: 'Ente de medición' }, latestYear: new Date().getUTCFullYear() + 1 };
  const file = await mapFile(path, { profiles: await loadProfiles(), profileId, context, ocidPrefix: 'ocds-xs1qbl' });
  const validate = releaseValidator(file.profile.extensions);
  let [releases, valid] = [0, 0];
  for await (const one of file) {
    if (one.kind !== 'process' || file.profile.output === 'register') continue;
    const { release } = finishRelease(one.members, { ocid: one.ocid, now: '2026-01-01T00:00:00Z' });
    releases++;
    if (validate(release, { ocidPrefix: 'ocds-xs1qbl' }).valid) valid++;
  }
  const { rows } = file.summary();
  await file.close();
  return { rows, releases, valid };
}

async function read() {
  const tables = await openSourceTables(path);
  let rows = 0;
  for (const { name } of tables.sheets) for await (const row of tables.rows(name)) rows += row.cells.length > 0 ? 1 : 0;
  await tables.close();
  return { rows };
}

async function parseAlone() {
  let rows = 0;
  const parser = createReadStream(path).pipe(parse({ bom: true, relax_column_count: true, relax_quotes: true }));
  for await (const record of parser) rows += record.length > 0 ? 1 : 0;
  return { rows };
}
