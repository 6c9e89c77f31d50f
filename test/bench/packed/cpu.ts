import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, descendants } from '../../support/canary/places.ts';

/** The kernel's unit of CPU time, whatever its own clock (Linux: USER_HZ). */
const TICKS_A_SECOND = 100;

/** Percent of one core that a process and all that it started took over so many milliseconds, each by what it is for. */
export async function cpuOf(pid: number, ms: number): Promise<ReadonlyMap<string, number>> {
  const before = ticks(pid);
  const began = performance.now();
  await pause(ms);
  const seconds = (performance.now() - began) / 1_000;
  const shares = new Map<string, number>();
  for (const [each, late] of ticks(pid)) {
    const share = (100 * (late - (before.get(each) ?? 0))) / TICKS_A_SECOND / seconds;
    const kind = each === pid ? 'main' : kindOf(each);
    shares.set(kind, (shares.get(kind) ?? 0) + share);
  }
  return shares;
}

function ticks(pid: number): ReadonlyMap<number, number> {
  return new Map([pid, ...descendants(pid)].map((each) => [each, ticksOf(each)]));
}

/** What it took so far, in itself and in the kernel (proc(5): utime, stime). */
function ticksOf(pid: number): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ');
    const fields = after.split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  } catch {
    // Ended meanwhile.
    return 0;
  }
}

/** Chromium says on the command line what a process is for: `renderer`, `gpu-process`, `utility`, `zygote`. */
function kindOf(pid: number): string {
  return /--type=(\S+)/u.exec(commandOf(pid))?.[1] ?? 'other';
}
