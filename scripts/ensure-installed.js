import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAMP = join(ROOT, 'node_modules', '.c7-installed');
const OLDEST_NODE = [20, 19];

/** Installs the dependencies when there are none, or when the lock file is another than the one they came from. */
export function ensureInstalled() {
  requireNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  process.stderr.write('Instalando dependencias (una sola vez; puede tardar un par de minutos)…\n');
  if (!install()) {
    process.stderr.write('No se pudieron instalar las dependencias: revisar la conexión y volver a intentar.\n');
    process.exit(2);
  }
  writeFileSync(STAMP, wanted);
}

/** Not `npm ci`, which refuses a lock file that lacks the binaries of other platforms; this too keeps to the lock. */
function install() {
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  return spawnSync('npm', ['install', '--no-save', '--include=dev', '--loglevel=error'], options).status === 0;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldest, oldestMinor] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
  process.stderr.write(`Se necesita Node ${OLDEST_NODE.join('.')} o posterior; este es ${process.versions.node}.\n`);
  process.exit(2);
}
