import { setImmediate as othersTurn } from 'node:timers/promises';
import { jsonAs } from '../textFormats/json.ts';
import { entrySchema, type AuditEntry } from './entry.ts';
import { inOrder } from './fileNames.ts';
import type { AuditFiles } from './files.ts';

/** A listen that the trail has. */
export interface TrailListen {
  /** `seq` of its beginning. */
  readonly seq: number;
  readonly inspector: string;
  /** host:port. */
  readonly gateway: string;
  readonly agent: string;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds for which it was heard; null: it was not, it goes on, or nobody can tell. */
  readonly heardFor: number | null;
}

/** All listens of the trail, in memory. */
export interface TrailListens {
  /** Takes an entry in, in whatever order they come; one that was there before changes nothing. */
  take(entry: AuditEntry): void;
  all(): Iterable<TrailListen>;
  /** Grows with each change. */
  revision(): number;
}

export function createTrailListens(): TrailListens {
  const listens = new Map<number, TrailListen>();
  /** What is said of a listen's end, by the `seq` of its beginning; the last that was said counts. */
  const ends = new Map<number, { readonly seq: number; readonly heardFor: number | null }>();
  let revision = 0;

  return {
    take: (entry) => {
      if (entry.kind === 'listenStarted') {
        if (listens.has(entry.seq)) return;
        const { seq, inspector, gateway, agent } = entry;
        listens.set(seq, { seq, inspector, gateway, agent, at: Date.parse(entry.time), heardFor: ends.get(seq)?.heardFor ?? null });
        revision += 1;
        return;
      }
      if ((entry.kind !== 'listenEnded' && entry.kind !== 'listenCorrected') || entry.listen === null) return;
      if ((ends.get(entry.listen)?.seq ?? 0) >= entry.seq) return;
      ends.set(entry.listen, { seq: entry.seq, heardFor: entry.heardFor });
      const begun = listens.get(entry.listen);
      if (begun !== undefined) listens.set(entry.listen, { ...begun, heardFor: entry.heardFor });
      revision += 1;
    },
    all: () => listens.values(),
    revision: () => revision,
  };
}

/** Lines that are read before others have their turn. */
const linesATurn = 200;

/** How a line about a listen begins to be one, as the trail writes it: others need not be parsed. */
const ofAListen = '"kind":"listen';

/**
 * Reads what stands in the files. Whether somebody changed it, the check of the trail tells (check.ts); what cannot be read is left out
 * here. Rejects where a file cannot be read.
 */
export async function readTrailListens(files: AuditFiles, listens: TrailListens): Promise<void> {
  let untilOthers = linesATurn;
  for (const name of inOrder(await files.list())) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(name));
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      const line = text.slice(from, end === -1 ? text.length : end);
      from = end === -1 ? text.length : end + 1;
      const entry = line.includes(ofAListen) ? jsonAs(entrySchema, line) : null;
      if (entry !== null) listens.take(entry);
      untilOthers -= 1;
      if (untilOthers > 0) continue;
      untilOthers = linesATurn;
      await othersTurn();
    }
  }
}
