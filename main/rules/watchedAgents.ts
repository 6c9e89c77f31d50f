import type { RosterMessage, RosterRow } from '../../contract/roster.ts';
import { watchesAgents, type Rule } from '../../contract/rules.ts';
import { createAgentIndex, type AgentIndex, type AgentWatch } from './agentIndex.ts';
import { judgeAgents, type Judgement, type KnownAgents } from './judge.ts';

/** A subscription to the roster, with the agents whose details are needed. */
export interface RosterSubscription {
  watch(visible: boolean): void;
  watchAgents(attention: { readonly selected: null; readonly inView: string[]; readonly favourites: string[] }): void;
  close(): void;
}

export interface WatchedAgentsOptions {
  open(send: (message: RosterMessage) => void): RosterSubscription;
  /** Agents are others than before. */
  onChange(): void;
}

/** The agents as the rules see them: each rule with those it is about, kept by the roster's patches. */
export interface WatchedAgents {
  /** The rules now, each with its key, and the favourites' work numbers. */
  set(rules: readonly { readonly key: string; readonly rule: Rule }[], favourites: readonly string[]): void;
  /** Whether the roster is needed: for the rules themselves, along with a page that shows it, or not at all. */
  look(how: 'always' | 'inView' | 'never'): void;
  /** The session is over. */
  forget(): void;
  judge(key: string, watch: AgentWatch, known: Pick<KnownAgents, 'leftOut' | 'nameOf'>, now: number): Judgement;
  /** Has the gateway asked since when those are in a state who are on the way to being too long in it. Call when all are judged. */
  askForTimes(): void;
  /** When, after `now`, somebody will have been in a state for long enough; null: nobody is on the way there. */
  due(now: number): number | null;
}

/** More are not asked about: an exact time is worth having, and the gateway's other work worth more. */
const mostAskedAbout = 100;

interface WatchedRule {
  readonly index: AgentIndex;
  /** Whether anybody whom it is about was seen in this session. */
  wereSeen: boolean;
}

export function createWatchedAgents(options: WatchedAgentsOptions): WatchedAgents {
  const rows = new Map<string, RosterRow>();
  let rules = new Map<string, WatchedRule>();
  let favourites: readonly string[] = [];
  let subscription: RosterSubscription | null = null;
  let asked = '';

  function receive(message: RosterMessage): void {
    switch (message.kind) {
      case 'snapshot': {
        const gone = new Set(rows.keys());
        for (const row of message.rows) {
          gone.delete(row.workNo);
          put(row);
        }
        for (const workNo of gone) remove(workNo);
        break;
      }
      case 'patch':
        for (const workNo of message.removed) remove(workNo);
        for (const row of message.changed) put(row);
        break;
      case 'details':
        return;
    }
    options.onChange();
  }

  function put(row: RosterRow): void {
    const before = rows.get(row.workNo) ?? null;
    if (before === row) return;
    rows.set(row.workNo, row);
    for (const { index } of rules.values()) index.change(before, row);
  }

  function remove(workNo: string): void {
    const before = rows.get(workNo);
    if (before === undefined) return;
    rows.delete(workNo);
    for (const { index } of rules.values()) index.change(before, null);
  }

  function timeless(): string[] {
    const found = new Set<string>();
    for (const { index } of rules.values()) {
      for (const workNo of index.timeless()) {
        if (found.size === mostAskedAbout) return [...found];
        found.add(workNo);
      }
    }
    return [...found];
  }

  return {
    set: (now, favouritesNow) => {
      const areOthers = !isSameList(favourites, favouritesNow);
      favourites = favouritesNow;
      const loved = new Set(favourites);
      const next = new Map<string, WatchedRule>();
      for (const { key, rule } of now) {
        const { watch } = rule;
        if (!rule.enabled || !isOfAgents(watch)) continue;
        const before = rules.get(key);
        if (before !== undefined && !(areOthers && watch.of.kind === 'favourites')) {
          next.set(key, before);
          continue;
        }
        const index = createAgentIndex(watch, loved);
        for (const row of rows.values()) index.change(null, row);
        next.set(key, { index, wereSeen: before?.wereSeen ?? false });
      }
      rules = next;
    },
    look: (how) => {
      if (how === 'never') {
        subscription?.close();
        subscription = null;
        asked = '';
        return;
      }
      if (subscription !== null) return;
      const opened = options.open(receive);
      subscription = opened;
      opened.watch(true);
    },
    forget: () => {
      for (const workNo of [...rows.keys()]) remove(workNo);
      for (const rule of rules.values()) rule.wereSeen = false;
    },
    judge: (key, watch, known, now) => {
      const rule = rules.get(key);
      if (rule === undefined) throw new Error('A rule is judged that is not watched.');
      rule.wereSeen ||= rule.index.members() > 0;
      return judgeAgents(watch, { ...known, index: rule.index, favourites: favourites.length, wereSeen: rule.wereSeen }, now);
    },
    askForTimes: () => {
      if (subscription === null) return;
      const wanted = timeless();
      if (wanted.join() === asked) return;
      asked = wanted.join();
      subscription.watchAgents({ selected: null, inView: [], favourites: wanted });
    },
    due: (now) => {
      const dues = [...rules.values()].flatMap(({ index }) => index.due(now) ?? []);
      return dues.length === 0 ? null : Math.min(...dues);
    },
  };
}

function isOfAgents(watch: Rule['watch']): watch is AgentWatch {
  return watchesAgents(watch);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((each, at) => each === other[at]));
}
