import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jaliscoShaped, META, writeReleases } from './jalisco-shaped.js';
import { runTimed } from './run-timed.js';

const C7 = path.resolve('bin/c7.js');
const RELEASE_BYTES = 7931;
/** `c7 package split` and `combine` hold a package whole, so they get the same releases in packages like these. */
const PACKAGE_RELEASES = 1000;
const TARGET = 400;

const META_ARGS = [
  ['--uri', 'https://compras.example/registros-{n}.json'],
  ['--published-date', META.publishedDate],
  ['--publisher-name', META.publisher.name],
].flat();

/** The peak memory of each command, in MB, over that many megabytes of releases in `folder`. */
export async function* measureMemory(folder, megabytes) {
  const { file, packages } = await writeInput(folder, Math.ceil((megabytes * 1e6) / RELEASE_BYTES));
  const out = path.join(folder, 'out');
  for (const [name, ...args] of commands(file, packages, out)) {
    process.stderr.write(`c7 ${name}…\n`);
    const row = { name: `peak memory of c7 ${name} on ${megabytes} MB`, unit: 'MB', target: TARGET };
    try {
      const { megabytes: value } = await runTimed(process.execPath, [C7, ...name.split(' '), ...args]);
      yield { ...row, value };
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
      yield { ...row, name: `${row.name}: FAILED`, value: NaN };
    }
    rmSync(out, { recursive: true, force: true });
  }
}

function commands(file, packages, out) {
  return [
    ['validate', file],
    ['merge', file],
    ['merge --versioned', file],
    ['merge --records', file],
    ...['csv', 'xlsx', 'parquet'].map((format) => [`flatten --to ${format}`, file, '--out', out]),
    ['package releases --size 1000', file, ...META_ARGS],
    ['package records --size 1000', file, ...META_ARGS],
    ['package records --linked --size 1000', file, ...META_ARGS],
    ['package split --size 100', packages],
    ['package combine', packages, ...META_ARGS],
    ['upgrade', file],
    ['repair', file],
  ];
}

/** The releases as one package, and as a folder of small ones. */
async function writeInput(folder, count) {
  process.stderr.write(`Writing ${count} releases, twice…\n`);
  const file = path.join(folder, 'large.json');
  await writeReleases(file, jaliscoShaped(count), 'package');
  const packages = path.join(folder, 'packages');
  mkdirSync(packages);
  let number = 0;
  for (const releases of batches(jaliscoShaped(count), PACKAGE_RELEASES)) {
    writeFileSync(path.join(packages, `${number++}.json`), JSON.stringify({ ...META, releases }));
  }
  return { file, packages };
}

function* batches(releases, size) {
  let batch = [];
  for (const release of releases) {
    if (batch.push(release) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
