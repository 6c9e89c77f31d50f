import type { RuleNews } from './ruleMachine.ts';

/** What the inspector is told of rules now, by toast and sound. */
export interface RuleTelling {
  /** At least one. */
  readonly news: readonly RuleNews[];
  /** Asked for by the inspector, to see what it would be like. */
  readonly isTest: boolean;
  readonly toast: boolean;
  readonly sound: boolean;
  readonly since: number;
}

/** Where the rules put what is to be told now, and the alerts find it; null: nothing. */
export interface RuleTellings {
  now(): RuleTelling | null;
  set(next: RuleTelling | null): void;
}

export function createRuleTellings(): RuleTellings {
  let telling: RuleTelling | null = null;
  return {
    now: () => telling,
    set: (next) => {
      telling = next;
    },
  };
}

/** A telling does what any of its rules does. */
export function tellingOf(news: readonly RuleNews[], isTest: boolean, since: number): RuleTelling {
  return { news, isTest, toast: news.some(({ rule }) => rule.toast), sound: news.some(({ rule }) => rule.sound), since };
}
