import type { RosterMessage } from '../../contract/roster.ts';
import { mergeAttention, type Attention } from './attention.ts';
import { createSubscription, type Subscription, type SubscriptionSource } from './subscription.ts';
import type { Rows } from './mergeAgent.ts';

export interface SubscriptionsOptions {
  readonly source: SubscriptionSource;
  /** A subscriber came into view. */
  onShown(): void;
  /** The last subscriber in view went out of it. */
  onNoneVisible(): void;
  /** What the subscribers show and care for may have changed; after the other two. */
  onAttention(): void;
}

export interface OpenSubscription extends Subscription {
  close(): void;
}

/** All to whom the roster is sent: the pages, and modules that need it while no page shows it. */
export interface Subscriptions {
  /** `background`: for a module without a page, which `pageVisible` does not count. */
  open(send: (message: RosterMessage) => void, background: boolean): OpenSubscription;
  anyVisible(): boolean;
  pageVisible(): boolean;
  /** Whether a subscriber in view shows the skills' queues. */
  queuesVisible(): boolean;
  /** What all in view care for; null: none is in view. */
  attention(): Attention | null;
  /** Sends what is new; `touched` as for one subscription. */
  update(rows: Rows, touched: ReadonlySet<string>): void;
  /** Signed out: the rows go from every page. */
  empty(): void;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const pages = new Set<Subscription>();
  const background = new Set<Subscription>();

  const all = (): Subscription[] => [...pages, ...background];
  const visible = (): Subscription[] => all().filter((subscription) => subscription.visible());

  function afterHiding(): void {
    if (visible().length === 0) options.onNoneVisible();
  }

  return {
    open: (send, isBackground) => {
      const subscription = createSubscription(options.source, send);
      const group = isBackground ? background : pages;
      group.add(subscription);
      return {
        ...subscription,
        watch: (wanted) => {
          subscription.watch(wanted);
          if (wanted) options.onShown();
          else afterHiding();
          options.onAttention();
        },
        watchAgents: (attention) => {
          subscription.watchAgents(attention);
          options.onAttention();
        },
        close: () => {
          group.delete(subscription);
          afterHiding();
          options.onAttention();
        },
      };
    },
    anyVisible: () => visible().length > 0,
    pageVisible: () => [...pages].some((subscription) => subscription.visible()),
    queuesVisible: () => visible().some((subscription) => subscription.attention().queues === true),
    attention: () => {
      const attentions = visible().map((subscription) => subscription.attention());
      return attentions.length === 0 ? null : mergeAttention(attentions);
    },
    update: (rows, touched) => {
      for (const subscription of all()) subscription.update(rows, touched);
    },
    empty: () => {
      for (const subscription of all()) subscription.empty();
    },
  };
}
