import { createContext, useContext, useState } from 'react';
import type { AgentState } from '../../contract/agentState.ts';
import { statesOfRule, type Rule, type RuleColour, type ShownRules } from '../../contract/rules.ts';

/** What carries a rule's colour, and which rule that is. */
export interface RuleMark {
  readonly colour: Exclude<RuleColour, 'none'>;
  readonly rule: Rule;
}

/** Everything on the page that carries the colour of a rule that is on; of several, that of the first. */
export interface RuleMarks {
  /** By work number. */
  readonly agents: ReadonlyMap<string, RuleMark>;
  /** By the skill's number. */
  readonly queues: ReadonlyMap<number, RuleMark>;
  /** The numbers of all agents in a state. */
  readonly states: ReadonlyMap<AgentState, RuleMark>;
  /** The numbers of a group, by its name. */
  readonly groups: ReadonlyMap<string, RuleMark>;
}

export const noMarks: RuleMarks = { agents: new Map(), queues: new Map(), states: new Map(), groups: new Map() };

/** `statuses`: one for each rule, in their order. */
export function ruleMarks(rules: readonly Rule[], statuses: ShownRules): RuleMarks {
  const agents = new Map<string, RuleMark>();
  const queues = new Map<number, RuleMark>();
  const states = new Map<AgentState, RuleMark>();
  const groups = new Map<string, RuleMark>();
  rules.forEach((rule, nth) => {
    const status = statuses[nth];
    if (rule.colour === 'none' || status?.kind !== 'on') return;
    const { watch } = rule;
    const { about } = status;
    const mark: RuleMark = { colour: rule.colour, rule };
    if (about.kind === 'queues') for (const { id } of about.queues) if (!queues.has(id)) queues.set(id, mark);
    if (about.kind === 'queues' || !('state' in watch)) return;
    // Those who are in the state are not what too few of them is about.
    const isAboutThem = watch.kind === 'timeInState' || watch.bound === 'moreThan';
    if (isAboutThem) for (const { workNo } of about.agents) if (!agents.has(workNo)) agents.set(workNo, mark);
    if (watch.kind !== 'numberInState') return;
    if (watch.of.kind === 'all') for (const state of statesOfRule[watch.state]) if (!states.has(state)) states.set(state, mark);
    if (watch.of.kind === 'group' && !groups.has(watch.of.group)) groups.set(watch.of.group, mark);
  });
  return { agents, queues, states, groups };
}

const RuleMarksContext = createContext(noMarks);

export const RuleMarksProvider = RuleMarksContext.Provider;

/** The same marks for as long as rules and statuses say the same: rows that carry one are drawn again only when it is another. */
export function useStableMarks(rules: readonly Rule[], statuses: ShownRules): RuleMarks {
  const text = JSON.stringify([rules, statuses]);
  const [kept, setKept] = useState(() => ({ text, marks: ruleMarks(rules, statuses) }));
  if (kept.text === text) return kept.marks;
  const next = { text, marks: ruleMarks(rules, statuses) };
  setKept(next);
  return next.marks;
}

export function useRuleMarks(): RuleMarks {
  return useContext(RuleMarksContext);
}
