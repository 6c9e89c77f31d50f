import { clearImmediate, setImmediate as othersTurn } from 'node:timers';
import { packed, type RosterTransport } from '../../contract/packedRows.ts';
import type { RosterMessage } from '../../contract/roster.ts';

/** One page's roster, on its way. */
export interface RosterSender {
  /** Sends a message, or the first part of it, at once; the rest, and what comes meanwhile, in their order, a part a turn. */
  send(message: RosterMessage): void;
  /** What has not been sent yet will not be. */
  drop(): void;
}

/** Rows of a whole numbering range, packed and sent at a stretch, would hold up a ring for a tenth of a second. */
export function createRosterSender(send: (part: RosterTransport) => void): RosterSender {
  let waiting: (() => RosterTransport)[] = [];
  let turn: NodeJS.Immediate | null = null;

  function sendOne(): void {
    turn = null;
    const next = waiting.shift();
    if (next === undefined) return;
    if (waiting.length > 0) turn = othersTurn(sendOne);
    send(next());
  }

  return {
    send: (message) => {
      waiting.push(...packed(message));
      if (turn === null) sendOne();
    },
    drop: () => {
      waiting = [];
      if (turn !== null) clearImmediate(turn);
      turn = null;
    },
  };
}
