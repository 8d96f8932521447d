import { readFileSync } from 'node:fs';

const EVERY_MS = 100;

/** Resident memory of a process in MiB; 0 where the system does not tell. */
export function residentMib(pid: number): number {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Watches the memory of processes while something runs; gives what it rose to over what it was before, each in MiB. */
export async function watchMemory<T>(
  pids: readonly number[],
  run: () => Promise<T>,
): Promise<{ result: T; idleMib: readonly number[]; risenMib: readonly number[] }> {
  const idleMib = pids.map(residentMib);
  const peak = [...idleMib];
  const watch = setInterval(() => {
    for (const [index, pid] of pids.entries()) peak[index] = Math.max(peak[index] ?? 0, residentMib(pid));
  }, EVERY_MS);
  try {
    const result = await run();
    return { result, idleMib, risenMib: peak.map((mib, index) => mib - (idleMib[index] ?? 0)) };
  } finally {
    clearInterval(watch);
  }
}
