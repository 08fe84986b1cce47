// `npm test`: on a fresh machine, everything; afterwards, just the tests. Further arguments go to Jest; `--quick` keeps
// the suites that have a command of their own to their short slice.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.js';
import { ensureInstalled } from './ensure-installed.js';

ensureInstalled();
ensureBuilt();
const root = join(import.meta.dirname, '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const ran = spawnSync(process.execPath, [...flags, jest, ...given.filter((one) => one !== '--quick')], {
  cwd: root,
  stdio: 'inherit',
  // A suite with a command of its own keeps to its short slice where this is set.
  env: quick ? { ...process.env, C7_QUICK: '1' } : process.env,
});
process.exitCode = ran.status ?? 1;
