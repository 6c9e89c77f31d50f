import { ruleSchema, type Rule, type RuleState, type RuleWatch } from '../../contract/rules.ts';
import { asTyped } from '../../contract/typed.ts';

/** A rule while it is edited: every field of every kind, so that another kind and back loses nothing that was typed. */
export interface RuleDraft {
  readonly name: string;
  readonly kind: RuleWatch['kind'];
  readonly state: RuleState;
  readonly of: 'all' | 'favourites' | 'group';
  readonly group: string;
  readonly minutes: string;
  readonly bound: 'moreThan' | 'fewerThan';
  readonly number: string;
  readonly skill: string;
  readonly callers: string;
  readonly seconds: string;
  readonly toast: boolean;
  readonly sound: boolean;
  readonly colour: Rule['colour'];
  readonly enabled: boolean;
}

/** The numbers of a rule, with what each takes (contract/rules.ts). */
export const ruleNumbers = {
  minutes: { least: 1, most: 600 },
  number: { least: 0, most: 100_000 },
  callers: { least: 0, most: 100_000 },
  seconds: { least: 1, most: 36_000 },
} as const;

export type RuleNumber = keyof typeof ruleNumbers;

/** A rule as most inspectors begin: somebody rests for too long. */
export const newDraft: RuleDraft = {
  name: '',
  kind: 'timeInState',
  state: 'rest',
  of: 'all',
  group: '',
  minutes: '15',
  bound: 'moreThan',
  number: '5',
  skill: '',
  callers: '10',
  seconds: '120',
  toast: true,
  sound: false,
  colour: 'amber',
  enabled: true,
};

export function draftOf({ watch, ...rest }: Rule): RuleDraft {
  const draft = { ...newDraft, ...rest, kind: watch.kind };
  switch (watch.kind) {
    case 'timeInState':
      return { ...draft, ...ofWhom(watch), minutes: String(watch.minutes) };
    case 'numberInState':
      return { ...draft, ...ofWhom(watch), bound: watch.bound, number: String(watch.number) };
    case 'waiting':
      return { ...draft, skill: watch.skill, callers: String(watch.moreThan) };
    case 'longestWait':
      return { ...draft, skill: watch.skill, seconds: String(watch.seconds) };
  }
}

function ofWhom({ state, of }: Extract<RuleWatch, { kind: 'timeInState' | 'numberInState' }>): Pick<RuleDraft, 'state' | 'of' | 'group'> {
  return { state, of: of.kind, group: of.kind === 'group' ? of.group : '' };
}

/** The number of a field that counts for a kind; null: it is none that fits. */
export function numberOf(draft: RuleDraft, field: RuleNumber): number | null {
  const { least, most } = ruleNumbers[field];
  const typed = asTyped(draft[field]);
  const value = typed === '' ? Number.NaN : Number(typed);
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** Which number a kind of rule takes. */
export const numberOfKind: Readonly<Record<RuleWatch['kind'], RuleNumber>> = {
  timeInState: 'minutes',
  numberInState: 'number',
  waiting: 'callers',
  longestWait: 'seconds',
};

/** The rule that a draft says; null: something in it does not fit. */
export function ruleOf(draft: RuleDraft): Rule | null {
  const { name, kind, state, group, bound, toast, sound, colour, enabled } = draft;
  const value = numberOf(draft, numberOfKind[kind]);
  const of = draft.of === 'group' ? { kind: draft.of, group: group.trim() } : { kind: draft.of };
  const skill = draft.skill.trim();
  const watches: Readonly<Record<RuleWatch['kind'], object>> = {
    timeInState: { state, of, minutes: value },
    numberInState: { state, of, bound, number: value },
    waiting: { skill, moreThan: value },
    longestWait: { skill, seconds: value },
  };
  const parsed = ruleSchema.safeParse({ name: name.trim(), watch: { kind, ...watches[kind] }, toast, sound, colour, enabled });
  return parsed.success ? parsed.data : null;
}

/** Whether the draft names a group where it has to. */
export function lacksGroup({ kind, of, group }: RuleDraft): boolean {
  return (kind === 'timeInState' || kind === 'numberInState') && of === 'group' && group.trim() === '';
}
