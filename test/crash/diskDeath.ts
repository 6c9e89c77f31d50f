import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { DiskDeath } from './words.ts';

/**
 * Kills this process at its nth call that changes something on the disk: before it, after it, or in the middle of a write, as a
 * power cut does. To be called before anything is loaded that keeps what it finds of node:fs.
 */
export function dieAtDisk({ where, call, through }: DiskDeath): void {
  let calls = 0;
  /** The trail alone is written by what returns promises. */
  const isLast = (of: 'trail' | 'other'): boolean => {
    if (where === 'trail' && of === 'other') return false;
    calls += 1;
    return calls === call;
  };
  /** A step that is done or not. */
  const whole = <Args extends unknown[], Result>(act: (...args: Args) => Result): ((...args: Args) => Result) => {
    return (...args) => {
      if (!isLast('other')) return act(...args);
      if (through >= 0.5) act(...args);
      return die();
    };
  };
  const partOf = (data: unknown): Buffer => {
    const bytes = Buffer.from(String(data));
    return bytes.subarray(0, Math.floor(bytes.length * through));
  };
  const { openSync, writeSync, closeSync, writeFileSync } = fs;
  fs.openSync = whole(openSync);
  fs.fsyncSync = whole(fs.fsyncSync);
  fs.renameSync = whole(fs.renameSync);
  fs.unlinkSync = whole(fs.unlinkSync);
  fs.rmSync = whole(fs.rmSync);
  fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
    if (!isLast('other')) return writeSync(...args);
    writeSync(args[0], partOf(args[1]));
    return die();
  }) as typeof writeSync;
  fs.writeFileSync = (...args) => {
    if (!isLast('other')) {
      writeFileSync(...args);
      return;
    }
    const [place, data] = args;
    const file = typeof place === 'number' ? place : openSync(String(place), 'w');
    writeSync(file, partOf(data));
    closeSync(file);
    die();
  };
  const { open, truncate, unlink } = fs.promises;
  fs.promises.open = async (...args) => {
    const file = await open(...args);
    const { appendFile, datasync } = file;
    file.appendFile = async (...wanted) => {
      if (!isLast('trail')) return appendFile.call(file, ...wanted);
      await appendFile.call(file, partOf(wanted[0]));
      return die();
    };
    file.datasync = awaited(datasync.bind(file));
    return file;
  };
  fs.promises.truncate = awaited(truncate);
  fs.promises.unlink = awaited(unlink);
  syncBuiltinESMExports();

  function awaited<Args extends unknown[]>(act: (...args: Args) => Promise<void>): (...args: Args) => Promise<void> {
    return async (...args) => {
      if (!isLast('trail')) return act(...args);
      if (through >= 0.5) await act(...args);
      return die();
    };
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('Still alive.');
}
