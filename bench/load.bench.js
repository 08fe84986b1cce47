import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { percentile, read } from './load-readers.js';
import { round } from './run-timed.js';
import { c7, freePort, generate, start } from './running-c7.js';

const READERS = 200;
const PART_LINES = 1_000;

/**
 * Reads a running product with many at once while a large file is taken in and a backup is made of it, then restores
 * that backup and verifies it. `--seconds=N` (300) under load, `--idle=N` (60) for each quiet measure, `--processes=N`
 * (2000) published before, `--bulk=N` (60000) offered for taking in during the load, `--readers=N` (200).
 *
 * Readers wait a second between two requests, as people do who turn pages quickly; they share the machine's cores with
 * the server. Quiet is measured in two ways: with one reader alone, and with all of them but no ingest.
 */
export async function* measure(flags) {
  const number = (name, otherwise) =>
    Number(flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
  const folder = mkdtempSync(path.join(tmpdir(), 'c7-load-'));
  const place = ['--data-dir', path.join(folder, 'data')];
  const seconds = number('seconds', 300);
  const idle = number('idle', Math.min(60, seconds));
  const readers = number('readers', READERS);
  const say = (text) => process.stderr.write(`${text}\n`);
  const port = await freePort();
  const server = start('up', ...place, '--port', String(port));
  try {
    await server.says('Ctrl-C lo detiene');
    say(`Publishing ${number('processes', 2000)} processes…`);
    const first = await generate(folder, number('processes', 2000), 7, Infinity);
    await c7('ingest', ...first, '--publisher', 'demo', '--wait', ...place);
    const bulk = await generate(folder, number('bulk', 60_000), 8, PART_LINES);
    const origin = `http://127.0.0.1:${port}`;
    await read(origin, { readers: 4, seconds: 3 });
    say('One reader…');
    const one = await read(origin, { readers: 1, seconds: idle, pauseMs: 0 });
    say(`${readers} readers…`);
    const quiet = await read(origin, { readers, seconds: idle });
    say(`${readers} readers, a bulk ingest and a backup…`);
    const memory = watchMemory(server.pid);
    const archive = path.join(folder, 'load.c7');
    const before = await published(origin);
    const [busy, code, backup] = await Promise.all([
      read(origin, { readers, seconds }),
      ingestFor(seconds, bulk, place),
      later(seconds / 4, () => timed(() => c7('backup', archive, ...place))),
    ]);
    const ended = await published(origin);
    const peak = memory.stop();
    yield* rowsOf('one reader alone', one);
    yield* rowsOf(`${readers} readers`, quiet);
    yield* rowsOf(`${readers} readers and a bulk ingest`, busy);
    yield { name: 'errors under load', value: busy.errors.length, unit: 'requests', target: 0 };
    const worst = percentile(busy.all(), 99);
    const ratio = { name: 'p99 under load', value: round(worst, 1), unit: 'ms', target: 5, kind: 'ceiling' };
    yield { ...ratio, reference: 'p99 of the same readers without ingest', referenceValue: p99(quiet) };
    yield { ...ratio, reference: 'p99 of one reader alone', referenceValue: p99(one) };
    yield { name: 'processes published under load', value: ended - before, unit: 'processes' };
    say(code === 0 ? 'The ingest ended before the time was over: ask for more with --bulk.' : 'The ingest was cut.');
    yield { name: 'peak memory of the server', value: Math.round(peak), unit: 'MB' };
    yield { name: 'backup under load: time', value: round(backup.seconds), unit: 's' };
    yield { name: 'backup under load: size', value: round(statSync(archive).size / 1e6, 1), unit: 'MB' };
    for (const error of new Set(busy.errors)) say(`error: ${error}`);
    server.end();
    await server.over;
    const other = ['--data-dir', path.join(folder, 'restored')];
    const restored = await timed(() => c7('restore', archive, ...other));
    yield { name: 'restore', value: round(restored.seconds), unit: 's' };
    yield { name: 'c7 verify of what was restored', value: await settle(other), unit: 'exit code', target: 0 };
  } finally {
    server.end();
    await server.over;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How far the list of changes reaches: one for each publication of a process. */
async function published(origin) {
  const reply = await fetch(`${origin}/metrics`);
  return Number(/^c7_change_position (\d+)/m.exec(await reply.text())?.[1]);
}

const p99 = (result) => round(percentile(result.all(), 99), 1);

function* rowsOf(who, { kinds, all, seconds }) {
  yield { name: `${who}: requests a second`, value: round(all().length / seconds, 1), unit: 'requests/s' };
  for (const [kind, times] of Object.entries(kinds)) {
    const told = [50, 95, 99].map((part) => `p${part} ${round(percentile(times, part), 1)}`).join(' · ');
    yield { name: `${who}: ${kind}`, value: times.length, unit: `requests · ${told} ms` };
  }
}

/** Takes the files in one after another, until the time is over. */
async function ingestFor(seconds, files, place) {
  const running = start('ingest', ...files, '--publisher', 'demo', ...place);
  const timer = setTimeout(() => running.end(), seconds * 1_000);
  const code = await running.over;
  clearTimeout(timer);
  return code;
}

/** What waited for publication in the backup is published first, as an operator does in a drill. */
async function settle(place) {
  const port = await freePort();
  const server = start('up', ...place, '--port', String(port));
  await server.says('Ctrl-C lo detiene');
  let code = 1;
  for (let tries = 0; tries < 100 && code !== 0; tries++) {
    code = await start('verify', ...place).over;
    if (code !== 0) await later(3, () => {});
  }
  server.end();
  await server.over;
  return code;
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return { seconds: (performance.now() - begin) / 1_000 };
}

function later(seconds, work) {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000);
  }).then(work);
}

/** Of the process itself; its database has processes of its own. */
function watchMemory(pid) {
  let peak = 0;
  const look = () => {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    peak = Math.max(peak, Number(found?.[1] ?? 0) / 1_024);
  };
  const timer = setInterval(look, 500);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}
