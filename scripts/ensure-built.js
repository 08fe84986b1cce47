import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');
const SOURCES = ['apps', 'libs', 'schemas', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Builds when a source is newer, was added or was removed since the last build. */
export function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('Compilando…\n');
  build();
}

/** Compiles everything afresh into dist/, with the files that the compiler does not carry over. */
export function build() {
  const wanted = fingerprint();
  rmSync(DIST, { recursive: true, force: true });
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const ran = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (ran.status !== 0) {
    process.stderr.write('La compilación falló: corregir los errores de arriba.\n');
    process.exit(2);
  }
  cpSync(join(ROOT, 'apps', 'portal', 'assets'), join(DIST, 'apps', 'portal', 'assets'), { recursive: true });
  writeFileSync(STAMP, wanted);
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
