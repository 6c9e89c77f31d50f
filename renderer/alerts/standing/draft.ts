import { mostTargets, standingPlanSchema, type NamedPlan, type StandingPlan, type StandingTarget } from '../../../contract/standing.ts';

/** A standing listen as it is being typed. */
export interface Draft {
  readonly targets: readonly StandingTarget[];
  readonly lasts: 'hours' | 'window';
  readonly hours: string;
  /** Such as `09:00`. */
  readonly from: string;
  readonly to: string;
  /** Empty: any number. */
  readonly listens: string;
}

/** What of a draft keeps it from being begun. */
export type DraftFault = 'nobody' | 'hours' | 'times' | 'listens';

/** One that is new, with those whom the inspector came from. */
export function freshDraft(targets: readonly StandingTarget[]): Draft {
  return { targets: withTargets([], targets), lasts: 'hours', hours: '4', from: '09:00', to: '12:00', listens: '' };
}

/** The one that goes on, to be changed. */
export function draftOf({ targets, time, listens }: NamedPlan): Draft {
  const draft = { ...freshDraft(targets), listens: listens === null ? '' : String(listens) };
  return time.kind === 'hours'
    ? { ...draft, hours: String(time.hours) }
    : { ...draft, lasts: 'window', from: timeText(time.from), to: timeText(time.to) };
}

/** What is asked of Earshot. */
export function planOf(draft: Draft): { readonly plan: StandingPlan } | { readonly fault: DraftFault } {
  const { targets, lasts, hours, from, to, listens } = draft;
  if (targets.length === 0) return { fault: 'nobody' };
  const asked = {
    targets: targets.map(askedFor),
    time: lasts === 'hours' ? { kind: 'hours', hours: numberIn(hours) } : { kind: 'window', from: minutesIn(from), to: minutesIn(to) },
    listens: listens.trim() === '' ? null : numberIn(listens),
  };
  const parsed = standingPlanSchema.safeParse(asked);
  if (parsed.success) return { plan: parsed.data };
  const places = new Set(parsed.error.issues.map(({ path }) => path[0]));
  if (places.has('time')) return { fault: lasts === 'hours' ? 'hours' : 'times' };
  return { fault: places.has('listens') ? 'listens' : 'nobody' };
}

/** The plan with other agents and groups; null: with nobody it is none. */
export function planWith(plan: NamedPlan, targets: readonly StandingTarget[]): StandingPlan | null {
  return targets.length === 0 ? null : { ...plan, targets: targets.map(askedFor) };
}

/** With more of them at the end, none twice, no more than there may be. */
export function withTargets(targets: readonly StandingTarget[], more: readonly StandingTarget[]): readonly StandingTarget[] {
  const known = new Set(targets.map(targetId));
  const fresh = more.filter((target) => {
    const isNew = !known.has(targetId(target));
    known.add(targetId(target));
    return isNew;
  });
  return [...targets, ...fresh].slice(0, mostTargets);
}

/** With one of them a place earlier (-1) or later (1), where there is one. */
export function moved(targets: readonly StandingTarget[], at: number, by: -1 | 1): readonly StandingTarget[] {
  const [one, other] = [targets[at], targets[at + by]];
  if (one === undefined || other === undefined) return targets;
  return targets.map((target, place) => (place === at ? other : place === at + by ? one : target));
}

/** Tells one of them from the others. */
export function targetId(target: StandingTarget): string {
  return target.kind === 'agent' ? `agent ${target.agent.workNo}` : `group ${target.group}`;
}

function askedFor(target: StandingTarget): StandingPlan['targets'][number] {
  return target.kind === 'agent' ? { kind: 'agent', agent: target.agent.workNo } : target;
}

function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function minutesIn(text: string): number {
  const [hours, minutes] = text.split(':');
  return numberIn(hours ?? '') * 60 + numberIn(minutes ?? '');
}

function timeText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
