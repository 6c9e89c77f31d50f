import { tellsOfItself, type Rule, type RuleAbout, type RuleStatus } from '../../contract/rules.ts';
import type { Judgement, Occurrence } from './judge.ts';

/** A rule with what can be said of it now. `key`: the same for as long as it watches the same. */
export interface JudgedRule {
  readonly key: string;
  readonly rule: Rule;
  readonly judgement: Judgement;
}

/** An occurrence that is on. */
interface Standing {
  readonly since: number;
  /** Whether the inspector was told of it. */
  readonly told: boolean;
}

/** What is remembered of a rule. */
interface Memory {
  readonly on: ReadonlyMap<string, Standing>;
  /** Those that are over since a moment ago: what comes back so soon is the same. */
  readonly over: ReadonlyMap<string, { readonly at: number; readonly told: boolean }>;
  /** Whether it could be evaluated the last time. */
  readonly known: boolean;
}

export interface RulesState {
  readonly memories: ReadonlyMap<string, Memory>;
  /** Before then nothing is told: what comes up meanwhile is told together. */
  readonly tellFrom: number;
}

/** What is to be told of a rule. */
export interface RuleNews {
  readonly rule: Rule;
  readonly about: RuleAbout;
}

export interface RulesStep {
  readonly state: RulesState;
  /** To be told at once, together; empty: nothing. */
  readonly news: readonly RuleNews[];
  /** When something that waits can be told; null: nothing waits for a time. */
  readonly wake: number | null;
}

export const noRules: RulesState = { memories: new Map(), tellFrom: Number.NEGATIVE_INFINITY };

/** What is over and back within so long (ms) is not told again, so that a number which swings about its bound is told once. */
export const sameWithin = 60_000;

/** Milliseconds between two notifications. */
export const notificationsApart = 10_000;

const nothing: Memory = { on: new Map(), over: new Map(), known: false };

/**
 * The rules' machine. Pure: what was remembered, what can be said now, and whether the inspector is to be left alone. Each occurrence is
 * told once until it is over. What cannot be evaluated is neither on nor over; what was on before and is after is the same.
 */
export function advanceRules(state: RulesState, judged: readonly JudgedRule[], quiet: boolean, now: number): RulesStep {
  const memories = new Map<string, Memory>();
  for (const { key, rule, judgement } of judged) {
    if (rule.enabled) memories.set(key, remember(state.memories.get(key) ?? nothing, judgement, now));
  }
  const waiting = judged.filter(({ key, rule }) => tellsOfItself(rule) && hasUntold(memories.get(key)));
  if (waiting.length === 0 || quiet) return { state: { ...state, memories }, news: [], wake: null };
  if (now < state.tellFrom) return { state: { ...state, memories }, news: [], wake: state.tellFrom };
  const news = waiting.flatMap(({ key, rule, judgement }): readonly RuleNews[] => {
    const memory = memories.get(key) ?? nothing;
    if (judgement.kind === 'notKnown') return [];
    const untold = [...memory.on].filter(([, { told }]) => !told).map(([each]) => each);
    memories.set(key, { ...memory, on: new Map([...memory.on].map(([each, standing]) => [each, { ...standing, told: true }])) });
    return [{ rule, about: judgement.about(new Set(untold)) }];
  });
  return { state: { memories, tellFrom: now + notificationsApart }, news, wake: null };
}

function hasUntold(memory: Memory | undefined): boolean {
  return memory !== undefined && memory.known && [...memory.on.values()].some(({ told }) => !told);
}

function remember(before: Memory, judgement: Judgement, now: number): Memory {
  if (judgement.kind === 'notKnown') return before.known ? { ...before, known: false } : before;
  if (before.known && before.over.size === 0 && isSame(before.on, judgement.on)) return before;
  const on = new Map(judgement.on.map((occurrence) => [occurrence.key, stand(before, occurrence, now)]));
  const over = new Map([...before.over].filter(([key, { at }]) => now - at < sameWithin && !on.has(key)));
  for (const [key, { told }] of before.on) if (!on.has(key)) over.set(key, { at: now, told });
  return { on, over, known: true };
}

function stand(before: Memory, { key, since }: Occurrence, now: number): Standing {
  const standing = before.on.get(key);
  if (standing !== undefined) {
    // What was so while nobody could tell is not known.
    return { since: since ?? (before.known ? standing.since : now), told: standing.told };
  }
  const last = before.over.get(key);
  const isBack = last !== undefined && now - last.at < sameWithin;
  return { since: since ?? now, told: isBack && last.told };
}

function isSame(on: Memory['on'], occurrences: readonly Occurrence[]): boolean {
  const isAsBefore = ({ key, since }: Occurrence): boolean => {
    const standing = on.get(key);
    return standing !== undefined && (since === null || since === standing.since);
  };
  return on.size === occurrences.length && occurrences.every(isAsBefore);
}

/** How a rule stands, for the page. */
export function ruleStatus({ key, rule, judgement }: JudgedRule, { memories }: RulesState): RuleStatus {
  if (!rule.enabled) return { kind: 'disabled' };
  const standing = [...(memories.get(key) ?? nothing).on.values()];
  if (judgement.kind === 'notKnown') return { kind: 'notKnown', why: judgement.why, wasOn: standing.length > 0 };
  const { unsure } = judgement;
  if (standing.length === 0) return { kind: 'watching', unsure };
  // Not spread into Math.min: there may be as many as there are agents.
  const since = standing.reduce((first, each) => Math.min(first, each.since), Number.POSITIVE_INFINITY);
  return { kind: 'on', since, about: judgement.about(), unsure };
}

/** The rules with their keys: one that watches the same as before goes on, whatever else of it is another. */
export function keyedRules(rules: readonly Rule[]): readonly { readonly key: string; readonly rule: Rule }[] {
  const times = new Map<string, number>();
  return rules.map((rule) => {
    const watches = JSON.stringify(rule.watch);
    const nth = (times.get(watches) ?? 0) + 1;
    times.set(watches, nth);
    return { key: `${watches} ${String(nth)}`, rule };
  });
}
