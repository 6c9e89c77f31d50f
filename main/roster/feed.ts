import type { RosterMessage } from '../../contract/roster.ts';
import { nextMessage } from './diff.ts';
import type { Rows } from './fold.ts';

/** One renderer's roster: remembers what it was sent and sends only what is different. */
export interface Feed {
  readonly visible: () => boolean;
  /** In view again: starts over with a snapshot, as the renderer may have lost what it had. */
  watch(visible: boolean): void;
  /** Called with each new roster; null: there is none (signed out). */
  update(rows: Rows | null): void;
}

export function createFeed(present: () => Rows | null, send: (message: RosterMessage) => void): Feed {
  let visible = false;
  let sent: Rows | null = null;
  let revision = 0;

  function push(rows: Rows): void {
    const message = nextMessage(sent, rows, revision);
    sent = rows;
    if (message === null) return;
    revision = message.revision;
    send(message);
  }

  return {
    visible: () => visible,
    watch: (wanted) => {
      visible = wanted;
      sent = null;
      const rows = present();
      if (visible && rows !== null) push(rows);
    },
    update: (rows) => {
      if (rows === null) {
        // Signed out: what is in view must go. A page out of view forgets with the session.
        if (sent !== null) push(new Map());
        sent = null;
        return;
      }
      if (visible) push(rows);
    },
  };
}
