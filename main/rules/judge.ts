import type { Queue } from '../../contract/queues.ts';
import type { RosterRow } from '../../contract/roster.ts';
import { mostNamed, type RuleAbout, type RuleUnknownReason, type RuleWatch } from '../../contract/rules.ts';
import type { AgentIndex, AgentWatch } from './agentIndex.ts';

/** A rule about queues. */
export type QueueWatch = Exclude<RuleWatch, AgentWatch>;

/** One thing for which a rule is on. */
export interface Occurrence {
  /** Tells it from the rule's others: an agent, a queue; empty: the rule has but one. */
  readonly key: string;
  /** When it came to be so, where that can be told; null: it was found so. */
  readonly since: number | null;
}

/** What can be said of a rule at a moment. Where it cannot be told, it is neither on nor over. */
export type Judgement =
  | { readonly kind: 'notKnown'; readonly why: RuleUnknownReason }
  | {
      readonly kind: 'known';
      /** Empty: nothing of what it watches is so. */
      readonly on: readonly Occurrence[];
      /** What to say of the occurrences: all of them, or those with these keys. */
      about(keys?: ReadonlySet<string>): RuleAbout;
      readonly unsure: number;
    };

/** What is known of the agents. */
export interface KnownAgents {
  readonly index: AgentIndex;
  /** Entries of the list that could not be read: anybody. */
  readonly leftOut: number;
  readonly favourites: number;
  /** Whether anybody of those whose state is watched was seen in this session. */
  readonly wereSeen: boolean;
  nameOf(workNo: string): string;
}

const minute = 60_000;

/** Judges a rule about agents who were polled just now. */
export function judgeAgents(watch: AgentWatch, agents: KnownAgents, now: number): Judgement {
  const unknown = unknownMembers(watch, agents);
  if (unknown !== null) return notKnown(unknown);
  const rows = agents.index.on(now);
  const unsure = agents.index.unsure() + agents.leftOut;
  const named = (some: readonly RosterRow[]) => some.slice(0, mostNamed).map(({ workNo }) => ({ workNo, name: agents.nameOf(workNo) }));
  switch (watch.kind) {
    case 'timeInState': {
      const on = rows.map(({ workNo, since }) => ({ key: workNo, since: since + watch.minutes * minute }));
      return {
        kind: 'known',
        on,
        unsure,
        about: (keys) => {
          const some = keys === undefined ? rows : rows.filter(({ workNo }) => keys.has(workNo));
          return { kind: 'agents', agents: named(some), all: some.length };
        },
      };
    }
    case 'numberInState': {
      const least = rows.length;
      const isOn = holds(watch, least, least + unsure);
      if (isOn === null) return notKnown('tooManyUnknown');
      const about = (): RuleAbout => ({ kind: 'number', number: least, agents: named(rows) });
      return { kind: 'known', on: isOn ? [{ key: '', since: null }] : [], about, unsure };
    }
  }
}

/** Whether the number is beyond the bound, whoever of those who are not known is in the state; null: that depends on them. */
function holds({ bound, number }: Extract<AgentWatch, { kind: 'numberInState' }>, least: number, most: number): boolean | null {
  const [surely, possibly] = bound === 'moreThan' ? [least > number, most > number] : [most < number, least < number];
  if (surely) return true;
  return possibly ? null : false;
}

/** Why it cannot be told whose state is meant; null: it can. */
function unknownMembers(watch: AgentWatch, { index, favourites, wereSeen }: KnownAgents): RuleUnknownReason | null {
  switch (watch.of.kind) {
    case 'all':
      return null;
    case 'favourites':
      return favourites === 0 ? 'noFavourites' : null;
    case 'group':
      if (wereSeen || index.members() > 0) return null;
      return index.perhapsMembers() > 0 ? 'groupsNotTold' : 'groupNotSeen';
  }
}

/** Judges a rule about queues of which the gateway told just now. */
export function judgeQueues(watch: QueueWatch, queues: readonly Queue[]): Judgement {
  const watched = watch.skill === '' ? queues : queues.filter(({ id, name }) => name === watch.skill || String(id) === watch.skill);
  if (watched.length === 0) return notKnown('skillUnknown');
  const figures = watched.map(({ id, name, waiting, longestWait }) => ({
    id,
    name,
    // Where nobody waits, nobody has waited.
    figure: watch.kind === 'waiting' ? waiting : waiting === 0 ? 0 : longestWait,
  }));
  const told = figures.flatMap(({ id, name, figure }) => (figure === null ? [] : [{ id, name, figure }]));
  if (told.length === 0) return notKnown('figureNotTold');
  const bound = watch.kind === 'waiting' ? watch.moreThan : watch.seconds * 1_000;
  const over = told.filter(({ figure }) => figure > bound).toSorted((one, other) => other.figure - one.figure);
  return {
    kind: 'known',
    on: over.map(({ id }) => ({ key: String(id), since: null })),
    about: (keys) => {
      const some = keys === undefined ? over : over.filter(({ id }) => keys.has(String(id)));
      return { kind: 'queues', queues: some.slice(0, mostNamed), all: some.length };
    },
    unsure: figures.length - told.length,
  };
}

/** Nothing can be said. */
export function notKnown(why: RuleUnknownReason): Judgement {
  return { kind: 'notKnown', why };
}
