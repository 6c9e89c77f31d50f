import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { onC, prefix } from './places.ts';

/** A disk of 40 MB as Windows' drive E:, gone when the test ends. Answers where it is here; null: none can be mounted. */
export function fullDisk(): string | null {
  const drive = path.join(prefix, 'dosdevices', 'e:');
  const disk = onC('full-disk');
  mkdirSync(disk, { recursive: true });
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk]).status === 0;
  onTestFinished(() => {
    rmSync(drive, { force: true });
    if (isMounted) execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
  if (!isMounted) return null;
  symlinkSync(disk, drive);
  return disk;
}

/** Why a test with such a disk is skipped. */
export const noDisk = 'no disk of its own can be mounted here';
