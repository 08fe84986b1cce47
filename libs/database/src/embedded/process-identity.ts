import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * The boot and the moment in which a process was born: with its number, a mark that no other process ever has.
 * The numbers alone are reused, after a reboot and in containers within seconds.
 *
 * @returns undefined when there is no such process, or only its unreaped remains.
 */
export function birthMark(pid: number): string | undefined {
  return process.platform === 'linux' ? markFromProc(pid) : markFromPs(pid);
}

/** The running kernel and, in it, the set of process numbers this process sees: two containers differ in the second. */
export function kernelAndPidNamespace(): { readonly boot: string; readonly pids: string } {
  return { boot: bootId(), pids: linkTarget('/proc/self/ns/pid') };
}

/** The state letter is the third field and the start time the 22nd, counted after the command, which may hold spaces: proc_pid_stat(5). */
function markFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${bootId()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function markFromPs(pid: number): string | undefined {
  try {
    const [state, ...born] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return !state || state.startsWith('Z') ? undefined : born.join(' ');
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
