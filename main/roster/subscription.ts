import type { AgentDetails, RosterMessage, RowsMessage } from '../../contract/roster.ts';
import { noAttention, type Attention } from './attention.ts';
import { patchOf } from './patch.ts';
import type { Rows } from './mergeAgent.ts';

/** One subscriber's roster: remembers what was sent and sends only differences. */
export interface Subscription {
  readonly visible: () => boolean;
  /** Which agents the subscriber shows and cares for. */
  readonly attention: () => Attention;
  /** In view again: starts over with a snapshot, as the page may have lost its rows. */
  watch(visible: boolean): void;
  watchAgents(attention: Attention): void;
  /**
   * Called when the roster, or what is known of an agent, may have changed. `touched`: work numbers of all that may have changed in the
   * rows since the last call.
   */
  update(rows: Rows, touched: ReadonlySet<string>): void;
  /** Signed out: all rows go. */
  empty(): void;
}

export interface SubscriptionSource {
  /** Of the last poll, however long ago: the roster's status has its time. Null: not polled yet. */
  rows(): Rows | null;
  /** Null: nothing is known of this agent. */
  details(workNo: string): AgentDetails | null;
}

export function createSubscription(source: SubscriptionSource, send: (message: RosterMessage) => void): Subscription {
  let visible = false;
  let attention = noAttention;
  /** The rows, which change in place, once they were sent. */
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
      // Scrolling repeats the same selection, whose details were sent.
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
      // A page out of view clears its rows with the session.
      if (sent !== null) push(patchOf(new Map(), sent.keys(), revision + 1));
      sent = null;
      sentDetails = '';
    },
  };
}
