import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileReleases, versionReleases } from '#ocds';
import { jaliscoShaped, SOURCE, writeReleases } from './jalisco-shaped.js';
import { measureMemory } from './peak-memory.js';
import { median, round, runTimed } from './run-timed.js';

const PEERS = path.join(import.meta.dirname, 'peers');
const PYTHON = path.join(PEERS, '.venv/bin/python');
const SCHEMAS = path.resolve('../shared/ocds/1.1.5');
const C7 = path.resolve('bin/c7.js');
const MERGE_RS = path.join(PEERS, '.venv/merge-rs/release/merge-rs');
const HAS_PEERS = existsSync(PYTHON) && existsSync(SCHEMAS);
const RUNS = 3;

/**
 * Measures libs/ocds and the commands over it. `--large` adds the peak memory of every command on a file of 2 GB;
 * `--large=MB` on one of another size, `--memory` measures that alone.
 */
export async function* measure(flags) {
  const folder = mkdtempSync(path.join(tmpdir(), 'c7-bench-'));
  process.stderr.write(`Data: ${SOURCE}.${HAS_PEERS ? '' : ' The peers are not installed: npm run bench:peers.'}\n`);
  try {
    if (!flags.some((flag) => flag.startsWith('--memory'))) {
      yield* measureValidate(folder);
      yield* measureMerge(folder);
      yield* measureFlatten(folder);
    }
    const large = flags.find((flag) => /^--(large|memory)(=\d+)?$/.test(flag));
    if (large) yield* measureMemory(folder, Number(large.split('=')[1] ?? 2000));
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
  const histories = [...group(jaliscoShaped(10_000)).values()];
  const file = path.join(folder, 'merge.jsonl');
  await writeReleases(file, jaliscoShaped(10_000), 'lines');
  const peers = await timePeerMerges(file);
  for (const [name, merge] of [
    ['compiled', compileReleases],
    ['versioned', versionReleases],
  ]) {
    const value = timeInProcess(() => histories.forEach((releases) => merge(releases)));
    const row = { name: `merge ${name}, 10,000 releases, in process`, value, unit: 's' };
    if (peers.length === 0) yield row;
    for (const { reference, seconds } of peers) {
      yield { ...row, reference, referenceValue: seconds[name], target: 10 };
    }
  }
  yield* measureMergeOfFile(file);
}

async function* measureMergeOfFile(file) {
  const value = await timeOf(process.execPath, [C7, 'merge', file]);
  const row = { name: 'c7 merge from a file, 10,000 releases', value, unit: 's' };
  if (!HAS_PEERS) return yield row;
  const schema = path.join(SCHEMAS, 'dereferenced-release-schema.json');
  const compile = `${path.join(PEERS, '.venv/bin/ocdskit')} compile --schema ${schema} < ${file}`;
  const { seconds } = await runTimed('sh', ['-c', compile], { accepted: [0] });
  yield { ...row, reference: 'ocdskit 1.7.0 compile', referenceValue: round(seconds), target: 15 };
}

/** The reference merges that are installed, each with its medians in seconds. */
async function timePeerMerges(file) {
  if (!HAS_PEERS) return [];
  const programs = [['ocdsmerge 0.8.0', PYTHON, path.join(PEERS, 'merge.py')]];
  if (existsSync(MERGE_RS)) programs.push(['ocdsmerge-rs 0.1.6', MERGE_RS]);
  else process.stderr.write('ocdsmerge-rs is not installed: npm run bench:peers, with Rust 1.85 or newer.\n');
  const peers = [];
  for (const [reference, program, ...args] of programs) {
    const { stderr } = await runTimed(program, [...args, path.join(SCHEMAS, 'release-schema.json'), file]);
    peers.push({ reference, seconds: JSON.parse(stderr.trim().split('\n').at(-1)) });
  }
  return peers;
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
