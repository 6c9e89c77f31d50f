import type { AgentDetails, RosterMessage, RowsMessage } from '../../contract/roster.ts';
import { noAttention, type Attention } from './attention.ts';
import { patchOf } from './diff.ts';
import type { Rows } from './fold.ts';

/** One renderer's roster: remembers what it was sent and sends only what is different. */
export interface Feed {
  readonly visible: () => boolean;
  /** Which agents the renderer shows and cares for. */
  readonly attention: () => Attention;
  /** In view again: starts over with a snapshot, as the renderer may have lost what it had. */
  watch(visible: boolean): void;
  watchAgents(attention: Attention): void;
  /**
   * Called when the roster, or what is known of an agent, may have changed. `touched`: work numbers of all that may have changed in the
   * rows since the last call.
   */
  update(rows: Rows, touched: ReadonlySet<string>): void;
  /** Signed out: what is in view must go. */
  empty(): void;
}

export interface FeedSource {
  /** Of the last look, however long ago: the roster's status says when that was. Null: nobody looked yet. */
  rows(): Rows | null;
  /** Null: nothing is known of this agent. */
  details(workNo: string): AgentDetails | null;
}

export function createFeed(source: FeedSource, send: (message: RosterMessage) => void): Feed {
  let visible = false;
  let attention = noAttention;
  /** The rows, which change in place, once the page has them. */
  let sent: Rows | null = null;
  let revision = 0;
  let sentDetails = '';

  function push(message: RowsMessage | null): void {
    if (message === null) return;
    revision = message.revision;
    send(message);
  }

  function pushDetails(): void {
    const details = attention.selected === null ? null : source.details(attention.selected);
    const text = JSON.stringify(details);
    if (details === null || text === sentDetails) return;
    sentDetails = text;
    send({ kind: 'details', details });
  }

  return {
    visible: () => visible,
    attention: () => attention,
    watch: (wanted) => {
      visible = wanted;
      sent = null;
      sentDetails = '';
      const rows = source.rows();
      if (!visible || rows === null) return;
      sent = rows;
      push({ kind: 'snapshot', revision: revision + 1, rows: [...rows.values()] });
      pushDetails();
    },
    watchAgents: (next) => {
      // Scrolling says the same selection again; that is no reason to send its details again.
      if (next.selected !== attention.selected) sentDetails = '';
      attention = next;
      if (visible) pushDetails();
    },
    update: (rows, touched) => {
      if (!visible) return;
      if (sent === null) push({ kind: 'snapshot', revision: revision + 1, rows: [...rows.values()] });
      else push(patchOf(rows, touched, revision + 1));
      sent = rows;
      pushDetails();
    },
    empty: () => {
      // A page out of view forgets with the session.
      if (sent !== null) push(patchOf(new Map(), sent.keys(), revision + 1));
      sent = null;
      sentDetails = '';
    },
  };
}
