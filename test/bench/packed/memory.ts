import { readFileSync } from 'node:fs';
import { descendants } from '../../support/canary/places.ts';

/** What a process and all that it started hold, in bytes: pages of their own, and with their share of those that several use. */
export interface Memory {
  readonly own: number;
  readonly proportional: number;
}

/** Adds up what the kernel says of each process (Linux: smaps_rollup). */
export function memoryOf(pid: number): Memory {
  const each = [pid, ...descendants(pid)].map(rollup);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return { own: sum(each.map(({ own }) => own)), proportional: sum(each.map(({ proportional }) => proportional)) };
}

function rollup(pid: number): Memory {
  const text = contentOf(`/proc/${String(pid)}/smaps_rollup`);
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(text)?.[1] ?? 0) * 1024;
  return { own: field('Private_Clean') + field('Private_Dirty'), proportional: field('Pss') };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Ended meanwhile.
    return '';
  }
}
