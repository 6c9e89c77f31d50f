import type { RosterMessage } from '../../contract/roster.ts';
import { mergeAttention, type Attention } from './attention.ts';
import { createFeed, type Feed, type FeedSource } from './feed.ts';
import type { Rows } from './fold.ts';

export interface SubscriptionsOptions {
  readonly source: FeedSource;
  /** A subscriber came into view. */
  onShown(): void;
  /** The last subscriber in view went out of it. */
  onNoneVisible(): void;
  /** What the subscribers show and care for may have changed; after the other two. */
  onAttention(): void;
}

export interface Subscription extends Feed {
  close(): void;
}

/** Everyone to whom the roster is sent: the pages, and modules that need it while no page shows it. */
export interface Subscriptions {
  /** `background`: for a module without a page, which `pageVisible` does not count. */
  open(send: (message: RosterMessage) => void, background: boolean): Subscription;
  anyVisible(): boolean;
  pageVisible(): boolean;
  /** Whether a subscriber in view shows the skills' queues. */
  queuesVisible(): boolean;
  /** What all in view care for; null: none is in view. */
  attention(): Attention | null;
  /** Sends what is new; `touched` as for one feed. */
  update(rows: Rows, touched: ReadonlySet<string>): void;
  /** Signed out: the rows go from every page. */
  empty(): void;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const pages = new Set<Feed>();
  const background = new Set<Feed>();

  const all = (): Feed[] => [...pages, ...background];
  const visible = (): Feed[] => all().filter((feed) => feed.visible());

  function afterHiding(): void {
    if (visible().length === 0) options.onNoneVisible();
  }

  return {
    open: (send, isBackground) => {
      const feed = createFeed(options.source, send);
      const group = isBackground ? background : pages;
      group.add(feed);
      return {
        ...feed,
        watch: (wanted) => {
          feed.watch(wanted);
          if (wanted) options.onShown();
          else afterHiding();
          options.onAttention();
        },
        watchAgents: (attention) => {
          feed.watchAgents(attention);
          options.onAttention();
        },
        close: () => {
          group.delete(feed);
          afterHiding();
          options.onAttention();
        },
      };
    },
    anyVisible: () => visible().length > 0,
    pageVisible: () => [...pages].some((feed) => feed.visible()),
    queuesVisible: () => visible().some((feed) => feed.attention().queues === true),
    attention: () => {
      const attentions = visible().map((feed) => feed.attention());
      return attentions.length === 0 ? null : mergeAttention(attentions);
    },
    update: (rows, touched) => {
      for (const feed of all()) feed.update(rows, touched);
    },
    empty: () => {
      for (const feed of all()) feed.empty();
    },
  };
}
