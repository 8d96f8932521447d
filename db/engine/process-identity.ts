import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process of this machine, told apart from a later one that got the same number. */
export type ProcessRef = { pid: number; startedAt: string };

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
const PROC_STAT_STATE = 0;
const PROC_STAT_START_TICKS = 19;

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}

/** When a process began, in the machine's own terms; undefined if there is none, or only its remains (a zombie). */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const stat = readQuietly(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[PROC_STAT_STATE] === 'Z') return undefined;
  return `${readQuietly('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[PROC_STAT_START_TICKS]}`;
}

/** The command line of a process, its words separated by blanks; empty if it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command') ?? '';
  return (readQuietly(`/proc/${pid}/cmdline`) ?? '').split('\0').join(' ').trim();
}

/** The number of the process that started `pid`; undefined where that is not told. */
export function parentOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid')) || undefined;
  const stat = readQuietly(`/proc/${pid}/stat`);
  return Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) || undefined;
}

export const thisProcess = (): ProcessRef => ({ pid: process.pid, startedAt: startOf(process.pid) ?? '' });

export const isAlive = (ref: ProcessRef): boolean => startOf(ref.pid) === ref.startedAt;
