import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runShell } from './c7-process.js';
import { MANY, writeOcdsFiles } from './ocds-files.js';

/** Of util-linux: runs a command on a terminal of its own. Its namesake of BSD and macOS has other options. */
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
if (!hasTerminal) process.stdout.write('progress.spec: skipped, there is no `script -qec` to make a terminal with\n');

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
});
afterAll(() => rm(folder, { recursive: true }));

/** Slow enough to be counted. */
const SLOWLY = `(head -n 1500 many.jsonl; sleep 0.6; tail -n +1501 many.jsonl)`;
const COMMANDS = ['validate -', 'merge -', 'upgrade -', 'repair -', 'flatten - --out tables'] as const;

(hasTerminal ? describe : describe.skip)('on a terminal', () => {
  it.each(COMMANDS)('c7 %s counts what it has read, and takes the count away again', async (command) => {
    await runShell(folder, `script -qec "${SLOWLY} | $C7 ${command} >results.txt" /dev/null >seen.txt`);
    const seen = await readFile(join(folder, 'seen.txt'), 'utf8');
    const lines = seen.split('\r\u001B[K');
    const last = lines.pop();
    expect(lines.filter((line) => !/^(?:entrada estándar: [\d,]+ publicaciones)?$/.test(line))).toEqual([]);
    expect(lines).toContainEqual(expect.stringMatching(/: 1,\d{3} pub/));
    expect(last).not.toContain('entrada estándar');
    const results = await readFile(join(folder, 'results.txt'), 'utf8');
    expect(results).not.toContain('\r');
    expect(results.split('\n').length - 1).toBe(/validate|flatten/.test(command) ? 1 : MANY);
  });
});
