import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileReleases, versionReleases } from '#ocds';
import { jaliscoShaped, SOURCE, writeReleases } from './jalisco-shaped.js';
import { median, round, runTimed } from './run-timed.js';

const PEERS = path.join(import.meta.dirname, 'peers');
const PYTHON = path.join(PEERS, '.venv/bin/python');
const SCHEMAS = path.resolve('../shared/ocds/1.1.5');
const C7 = path.resolve('bin/c7.js');
const HAS_PEERS = existsSync(PYTHON) && existsSync(SCHEMAS);
const RUNS = 3;

/** Measures libs/ocds and the commands over it; `--large` adds peak memory on a file of 2 GB. */
export async function* measure(flags) {
  const folder = mkdtempSync(path.join(tmpdir(), 'c7-bench-'));
  process.stderr.write(`Data: ${SOURCE}.${HAS_PEERS ? '' : ' The peers are not installed: npm run bench:peers.'}\n`);
  try {
    yield* measureValidate(folder);
    yield* measureMerge(folder);
    yield* measureFlatten(folder);
    if (flags.includes('--large')) yield* measureMemory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* measureValidate(folder) {
  const file = path.join(folder, 'validate.json');
  await writeReleases(file, jaliscoShaped(5000), 'package');
  const ours = await timeOf(process.execPath, [C7, 'validate', file, '--json']);
  const script = 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))';
  const parse = await timeOf(process.execPath, ['-e', script, file]);
  const row = { name: 'c7 validate, 5,000 releases, whole process', value: ours, unit: 's' };
  yield { ...row, reference: 'Node reading and JSON.parse', referenceValue: parse, target: 2.5, kind: 'ceiling' };
  if (!HAS_PEERS) return;
  const { seconds } = await runTimed(PYTHON, [path.join(PEERS, 'review.py'), SCHEMAS, file]);
  yield { ...row, reference: 'libcoveocds 0.17.0', referenceValue: round(seconds), target: 100 };
}

async function* measureMerge(folder) {
  const processes = group(jaliscoShaped(10_000));
  const histories = [...processes.values()];
  const file = path.join(folder, 'merge.jsonl');
  await writeReleases(file, jaliscoShaped(10_000), 'lines');
  const peers = HAS_PEERS ? await timePeerMerge(file) : {};
  for (const [name, merge] of [
    ['compiled', compileReleases],
    ['versioned', versionReleases],
  ]) {
    const value = timeInProcess(() => histories.forEach((releases) => merge(releases)));
    const row = { name: `merge ${name}, 10,000 releases, in process`, value, unit: 's' };
    yield peers[name] ? { ...row, reference: 'ocdsmerge 0.8.0', referenceValue: peers[name], target: 10 } : row;
  }
  const whole = {
    name: 'c7 merge from a file, 10,000 releases',
    value: await timeOf(process.execPath, [C7, 'merge', file]),
    unit: 's',
  };
  if (!HAS_PEERS) return yield whole;
  const { seconds } = await runTimed(
    'sh',
    [
      '-c',
      `${path.join(PEERS, '.venv/bin/ocdskit')} compile --schema ${path.join(SCHEMAS, 'dereferenced-release-schema.json')} < ${file}`,
    ],
    {
      accepted: [0],
    },
  );
  yield { ...whole, reference: 'ocdskit 1.7.0 compile', referenceValue: round(seconds), target: 15 };
}

async function timePeerMerge(file) {
  const { stderr } = await runTimed(PYTHON, [
    path.join(PEERS, 'merge.py'),
    path.join(SCHEMAS, 'release-schema.json'),
    file,
  ]);
  return JSON.parse(stderr.trim().split('\n').at(-1));
}

async function* measureFlatten(folder) {
  const file = path.join(folder, 'flatten.json');
  await writeReleases(file, jaliscoShaped(5000), 'package');
  for (const [format, target] of [
    ['csv', 15],
    ['xlsx', 8],
  ]) {
    const out = path.join(folder, `ours-${format}`);
    const value = await timeOf(process.execPath, [C7, 'flatten', file, '--to', format, '--out', out]);
    const row = { name: `c7 flatten to ${format}, 5,000 releases`, value, unit: 's' };
    if (!HAS_PEERS) yield row;
    else {
      const tool = path.join(PEERS, '.venv/bin/flatten-tool');
      const theirs = path.join(folder, `theirs-${format}`);
      const { seconds } = await runTimed(tool, [
        'flatten',
        '-f',
        format,
        '--root-list-path',
        'releases',
        '-o',
        theirs,
        file,
      ]);
      yield { ...row, reference: 'flatten-tool 0.28.0', referenceValue: round(seconds), target };
    }
  }
}

async function* measureMemory(folder) {
  const file = path.join(folder, 'large.jsonl');
  await writeReleases(file, jaliscoShaped(190_000), 'lines');
  const commands = [
    ['validate', file],
    ['merge', file],
    ['flatten', file, '--to', 'csv', '--out', path.join(folder, 'large')],
  ];
  for (const args of commands) {
    const { megabytes } = await runTimed(process.execPath, [C7, ...args]);
    yield { name: `peak memory of c7 ${args[0]} on 2 GB`, value: megabytes, unit: 'MB', target: 400 };
  }
}

async function timeOf(command, args) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const out = args.find((_, n) => args[n - 1] === '--out');
    if (out) rmSync(out, { recursive: true, force: true });
    times.push((await runTimed(command, args)).seconds);
  }
  return round(median(times));
}

function timeInProcess(work) {
  work(); // once to warm up
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now();
    work();
    return (performance.now() - begin) / 1000;
  });
  return round(median(times), 3);
}

function group(releases) {
  const groups = new Map();
  for (const release of releases) groups.set(release.ocid, [...(groups.get(release.ocid) ?? []), release]);
  return groups;
}
