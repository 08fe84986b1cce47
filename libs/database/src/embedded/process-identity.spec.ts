import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { birthMark } from './process-identity.js';

describe('birthMark', () => {
  it('stays the same for a process and differs from that of one born later', async () => {
    await pause(50);
    const later = spawn('sleep', ['20']);
    expect(birthMark(process.pid)).toBe(birthMark(process.pid));
    expect(birthMark(later.pid!)).not.toBe(birthMark(process.pid));
    later.kill();
  });

  it('is nothing for a process that ended', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    expect(birthMark(child.pid!)).toBeUndefined();
  });

  it('is nothing for the remains of a process that nobody has reaped', async () => {
    // The inner shell ends while its parent, replaced by sleep, never asks for it.
    const parent = spawn('/bin/sh', ['-c', 'sh -c "echo \\$\\$" & exec sleep 20'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await once(parent.stdout, 'data');
    await pause(200);
    expect(() => process.kill(Number(line), 0)).not.toThrow();
    expect(birthMark(Number(line))).toBeUndefined();
    parent.kill();
  });
});
