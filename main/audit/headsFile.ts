import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { oneAtATime } from '../platform/oneAtATime.ts';
import type { Log } from '../ports/log.ts';
import { codeOf } from '../results/codeOf.ts';
import type { KnownEntry } from './check.ts';
import { headLine } from './heads.ts';

export interface HeadsOptions {
  /** The administrator's folder as the settings say now; empty: none. It is never made: a share that is away must not become a folder here. */
  folder(): string;
  /** Of the file: who of which computer; names that a file cannot have are put right. */
  readonly name: string;
  readonly log: Log;
  /** Heads cannot be written there, or can be again: called with each change. */
  onWritable(writable: boolean): void;
}

/** What waits while the folder cannot be reached; beyond it the oldest go, as the newest vouches for all before it. */
const mostWaiting = 1_000;

export interface HeadsFile {
  /** Never throws. */
  note(head: KnownEntry, time: number): void;
  /** Settles when what was noted is there, or could not be written. Never rejects. */
  settled(): Promise<void>;
}

/** Notes each head of the chain in a place that a rollback of Earshot's own folder does not reach. */
export function createHeadsFile(options: HeadsOptions): HeadsFile {
  let waiting: readonly string[] = [];
  let writable = true;
  const inTurn = oneAtATime();

  async function write(): Promise<void> {
    const lines = waiting;
    const folder = options.folder();
    if (folder === '' || lines.length === 0) {
      waiting = [];
      return;
    }
    // Another one for each folder that Earshot is started from; on Windows `H:` is such a path, too.
    if (!path.isAbsolute(folder)) {
      cannot('not-absolute');
      return;
    }
    try {
      await appendFile(path.join(folder, `${options.name.replaceAll(/[^\p{L}\p{N}.-]/gu, '_')}.heads`), lines.join(''), { mode: 0o600 });
      waiting = waiting.slice(lines.length);
      say(true);
    } catch (error) {
      cannot(codeOf(error) ?? 'unknown');
    }
  }

  function cannot(why: string): void {
    options.log.error('audit heads not written', { why });
    say(false);
  }

  function say(now: boolean): void {
    if (now === writable) return;
    writable = now;
    options.onWritable(now);
  }

  return {
    note: (head, time) => {
      waiting = [...waiting, headLine(head, time)].slice(-mostWaiting);
      void inTurn(write);
    },
    settled: () => inTurn(() => Promise.resolve()),
  };
}
