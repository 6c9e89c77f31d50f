import type { RuleNews } from './ruleMachine.ts';

/** What the inspector is told of rules now, by toast and sound. */
export interface RuleNotification {
  /** At least one. */
  readonly news: readonly RuleNews[];
  /** Asked for by the inspector, to see what it would be like. */
  readonly isTest: boolean;
  readonly toast: boolean;
  readonly sound: boolean;
  readonly since: number;
}

/** Where the rules put what is to be told now, and the alerts find it; null: nothing. */
export interface RuleNotifications {
  now(): RuleNotification | null;
  set(next: RuleNotification | null): void;
}

export function createRuleNotifications(): RuleNotifications {
  let notification: RuleNotification | null = null;
  return {
    now: () => notification,
    set: (next) => {
      notification = next;
    },
  };
}

/** A notification has a toast and a sound where any of its rules does. */
export function notificationOf(news: readonly RuleNews[], isTest: boolean, since: number): RuleNotification {
  return { news, isTest, toast: news.some(({ rule }) => rule.toast), sound: news.some(({ rule }) => rule.sound), since };
}
