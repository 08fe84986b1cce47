#!/usr/bin/env node
// Whether flatten-tool reads back, from the tables of `c7 flatten`, the releases they came from.
// node bench/peers/check-flatten.js [FILE…]   without files: demonstration releases, and Jalisco's own where present.
// Needs bench/peers/install.sh and a build. Prints a line per input and format, and the differences; exit code 1 on any.
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generateProcesses } from '#demo';
import { readReleases, withoutEmpties } from '#ocds';
import { writeTables } from '#tables';

const TOOL = path.join(import.meta.dirname, '.venv/bin/flatten-tool');
const JALISCO = path.resolve('../shared/data/ocds/mx-jalisco-sepaf-2017');
const scratch = mkdtempSync(path.join(tmpdir(), 'c7-check-flatten-'));

try {
  let differing = 0;
  for (const [name, releases] of await inputs(process.argv.slice(2))) {
    for (const format of ['csv', 'xlsx']) {
      for (const by of ['kind', 'path']) differing += await check(name, releases, format, by);
    }
  }
  process.exitCode = differing > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function inputs(files) {
  if (files.length > 0) return Promise.all(files.map(async (file) => [file, await releasesIn([file])]));
  const found = [['demonstration', [...generateProcesses({ processes: 100, seed: 7 })]]];
  if (!existsSync(JALISCO)) console.info('Skipped: the reference folder with the releases of Jalisco is absent.');
  else {
    const folder = path.join(JALISCO, 'release_packages');
    found.push(['jalisco 2017', await releasesIn(readdirSync(folder).map((file) => path.join(folder, file)))]);
  }
  return found;
}

async function releasesIn(files) {
  const releases = [];
  for (const file of files)
    for await (const { release } of readReleases(createReadStream(file))) releases.push(release);
  return releases;
}

async function check(name, releases, format, by) {
  const folder = path.join(scratch, `${name}-${format}-${by}`.replace(/\W/g, '_'));
  mkdirSync(folder);
  const report = await writeTables(wrapped(releases), { format, folder, by });
  const theirs = unflatten(folder, format, releases);
  const pairs = paired(releases.map(withoutEmpties), theirs);
  const differences = pairs.filter(([ours, other]) => !isDeepStrictEqual(settled(ours), settled(other)));
  const exact = pairs.filter(
    ([ours, other]) => JSON.stringify(sortMembers(ours)) === JSON.stringify(sortMembers(other)),
  );
  console.log(
    `${name}, ${format} by ${by}: ${report.tables.length} tables, ${pairs.length - differences.length} of ${pairs.length} ` +
      `releases equal (${exact.length} in the order of arrays too)`,
  );
  for (const [ours, other] of differences.slice(0, 3)) show(settled(ours), settled(other), '');
  return differences.length;
}

async function* wrapped(releases) {
  for (const release of releases) yield { release };
}

/** flatten-tool knows the types of fields from a schema only: it is given one made from the releases. */
function unflatten(folder, format, releases) {
  const schema = path.join(scratch, 'schema.json');
  const out = path.join(scratch, 'out.json');
  writeFileSync(schema, JSON.stringify(schemaOf(releases)));
  const input = format === 'csv' ? folder : path.join(folder, 'procesos.xlsx');
  const options = ['-f', format, '-o', out, '--schema', schema, '--root-id', 'ocid', '--root-list-path', 'releases'];
  if (format === 'csv') options.push('--encoding', 'utf-8-sig');
  execFileSync(TOOL, ['unflatten', input, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(readFileSync(out, 'utf8')).releases;
}

function schemaOf(values) {
  const properties = {};
  for (const value of values) {
    for (const [name, member] of Object.entries(withoutEmpties(value) ?? {})) (properties[name] ??= []).push(member);
  }
  return { type: 'object', properties: mapValues(properties, fieldOf) };
}

function fieldOf(values) {
  if (values.every(Array.isArray)) {
    const elements = values.flat();
    const isObjects = elements.every((element) => typeof element === 'object');
    return { type: 'array', items: isObjects ? schemaOf(elements) : { type: typeof elements[0] } };
  }
  if (values.every((value) => typeof value === 'object')) return schemaOf(values);
  return { type: typeof values[0] };
}

function paired(ours, theirs) {
  const key = ({ ocid, id }) => JSON.stringify([ocid, id]);
  const byKey = new Map(theirs.map((release) => [key(release), release]));
  return ours.map((release) => [release, byKey.get(key(release))]);
}

/** Arrays of objects in order of id: that of files is the alphabet's, and flatten-tool takes rows as they come. */
function settled(value) {
  if (Array.isArray(value)) {
    const list = value.map(settled);
    return list.every((one) => one?.id !== undefined)
      ? list.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
      : list;
  }
  return value && typeof value === 'object' ? mapValues(sortMembers(value), settled) : value;
}

function sortMembers(value) {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!value || typeof value !== 'object') return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sortMembers(member)]));
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function show(ours, theirs, place) {
  if (isDeepStrictEqual(ours, theirs)) return;
  const isDeep = [ours, theirs].every((value) => value && typeof value === 'object');
  if (!isDeep) console.log(`  ${place}: ${JSON.stringify(ours)} came back as ${JSON.stringify(theirs)}`);
  else
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
      show(ours[name], theirs[name], `${place}/${name}`);
}
