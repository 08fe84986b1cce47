import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';

/**
 * Runs a program to its end. Resolves with its wall time in seconds and its peak memory in MB (Linux), standard output
 * going to `out` (a file) or nowhere; rejects when it ends with a code that `accepted` does not list.
 */
export function runTimed(command, args, { out, accepted = [0, 1], env } = {}) {
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const stdout = out ? openSync(out, 'w') : 'ignore';
    const child = spawn(command, args, { stdio: ['ignore', stdout, 'pipe'], env: { ...process.env, ...env } });
    let stderr = '';
    let peak = 0;
    child.stderr.on('data', (text) => (stderr += text));
    const watch = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid))), 20);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
      if (accepted.includes(code)) resolve({ seconds, megabytes: Math.round(peak), stderr });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr.slice(-500)}`));
    });
  });
}

function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The middle of several runs, which a single disturbance does not move. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export function round(number, digits = 2) {
  return Math.round(number * 10 ** digits) / 10 ** digits;
}
