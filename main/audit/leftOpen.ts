import type { AuditBody, WaitingEntry } from './entry.ts';

/** Whose listen to whom it is that nothing tells the end of. */
export type OpenListen = Pick<Extract<AuditBody, { kind: 'listenStarted' }>, 'inspector' | 'agent'>;

/** What an earlier run left behind. */
export interface LeftBehind {
  /** The listen that its written entries leave open. */
  readonly open: OpenListen | null;
  /** Of its last written entry, milliseconds since 1970. */
  readonly lastTime: number;
  /** What it could not write, in order. */
  readonly unwritten: readonly WaitingEntry[];
}

/**
 * What is to be written of an earlier run: what it could not write itself, with an end put to every listen that it left open, as nobody
 * knows how it went on. `now`: milliseconds since 1970; no end comes before what was before it, though the clock was set back since.
 */
export function closedOff({ open: first, lastTime, unwritten }: LeftBehind, now: number): readonly WaitingEntry[] {
  const closed: WaitingEntry[] = [];
  let open = first;
  let before = lastTime;
  for (const entry of unwritten) {
    const { body, time } = entry;
    if (body.kind === 'listenStarted') {
      if (open !== null) closed.push(endOf(open, Math.max(time, before)));
      open = body;
    }
    if (body.kind === 'listenEnded') open = null;
    closed.push(entry);
    before = Math.max(time, before);
  }
  if (open !== null) closed.push(endOf(open, Math.max(now, before)));
  return closed;
}

function endOf({ inspector, agent }: OpenListen, time: number): WaitingEntry {
  return { time, body: { kind: 'listenEnded', inspector, agent, outcome: 'unknown', code: 'unknown', heardFor: null } };
}
