import { readFileSync } from 'node:fs';

/** A tick of Linux's clock for processes, ms. */
const TICK_MS = 10;
/** User time in /proc/PID/stat, counted behind the name; the system's follows it. */
const USER_TIME = 11;

/** CPU that a process of this machine has used, ms; 0 of one that has ended. Linux. */
export function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) * TICK_MS;
  } catch {
    return 0;
  }
}
