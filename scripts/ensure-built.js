import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');
/** Files that go out as they are. */
const SERVED = [
  join('apps', 'portal', 'assets'),
  join('schemas', 'extensions'),
  join('schemas', 'profiles'),
  join('schemas', 'tracker', 'plans'),
  join('schemas', 'reference', 'seed'),
];
const SOURCES = ['apps', 'libs', 'schemas', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Builds when a source is newer, was added or was removed since the last build. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('Compilando…\n');
  build();
}

/**
 * Compiles everything afresh, with the files that the compiler does not carry over. The result takes the place of
 * dist/ only when it is whole: a program that runs from there, or another build, never sees half of it.
 */
export function build() {
  const wanted = fingerprint();
  const next = `${DIST}.${process.pid}`;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const ran = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', next], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (ran.status !== 0) {
    rmSync(next, { recursive: true, force: true });
    process.stderr.write('La compilación falló: corregir los errores de arriba.\n');
    process.exit(2);
  }
  for (const folder of SERVED) cpSync(join(ROOT, folder), join(next, folder), { recursive: true });
  writeFileSync(join(next, '.built'), wanted);
  replace(next);
}

function replace(next) {
  const old = `${next}.old`;
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(next, DIST);
  rmSync(old, { recursive: true, force: true });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, join(ROOT, source));
  return hash.digest('hex');
}

function addTo(hash, path) {
  const found = statSync(path);
  if (found.isDirectory()) for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  else if (!path.endsWith('.spec.ts')) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
}
