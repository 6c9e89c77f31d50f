import { z } from 'zod';
import { agentState } from '../centre/agentState.ts';
import type { AgentState } from '../centre/agentState.ts';
import type { Clock } from '../clock.ts';
import type { FaultProxy } from '../faults/faultProxy.ts';
import type { Faults } from '../faults/faults.ts';
import { isEmptyPoll } from '../http/requestRecord.ts';
import type { RequestRecord } from '../http/requestRecord.ts';
import type { ListenStep } from '../inspection/inspection.ts';
import type { PhoneBehaviour } from '../inspection/phone.ts';
import type { Simulator } from '../simulator.ts';
import type { AgentTruth } from '../truth.ts';
import type { Scenarios, ScenarioSummary } from './scenarios.ts';

/** Whoever has the simulator: after a restart of the gateway it is another one. */
export interface SimulatorHolder {
  readonly simulator: Simulator;
}

/** What is shown and commanded. */
export interface Stage {
  /** Asked again for each call. */
  readonly gateway: SimulatorHolder;
  /** Null: there is no proxy before the simulator. */
  readonly faults: FaultProxy | null;
  readonly scenarios: Scenarios | null;
  readonly clock: Clock;
}

/** Someone with a session, or an inspector who could have one. */
export interface PersonView {
  readonly agentId: string;
  readonly name: string;
  /** Undefined for an ordinary agent. */
  readonly password: string | undefined;
  readonly phoneNumber: string | undefined;
  readonly signedIn: boolean;
  readonly state: AgentState;
  readonly since: number;
  readonly listen: { readonly workNo: string; readonly name: string; readonly step: ListenStep } | null;
  /** What their phone does at its next ring. */
  readonly phone: PhoneBehaviour;
}

export interface StateView {
  readonly now: number;
  readonly url: string;
  readonly fingerprint: string;
  readonly agents: number;
  readonly counts: Readonly<Record<AgentState, number>>;
  readonly people: readonly PersonView[];
  readonly faults: { readonly url: string; readonly connections: number; readonly faults: Faults } | null;
  readonly scenarios: { readonly list: readonly ScenarioSummary[]; readonly running: string | null } | null;
}

/** The whole stage but its agents, who are too many, and its requests. */
export function stateView({ gateway, faults, scenarios, clock }: Stage): StateView {
  const { simulator } = gateway;
  const agents = simulator.agents();
  const counts = Object.fromEntries([...agentState.values].map((state) => [state, 0])) as Record<AgentState, number>;
  for (const { state } of agents) counts[state] += 1;
  const accounts = new Map(simulator.inspectors.map((account) => [account.agentId, account]));
  const people = agents.flatMap(({ workNo, name, state, since }): PersonView[] => {
    const account = accounts.get(workNo);
    const { signedIn, listen } = simulator.sessionOf(workNo);
    if (account === undefined && !signedIn) return [];
    return [
      {
        agentId: workNo,
        name,
        password: account?.password,
        phoneNumber: account?.phone,
        signedIn,
        state,
        since,
        listen: listen === null ? null : { ...listen, name: simulator.agent(listen.workNo).name },
        phone: simulator.phoneOf(workNo),
      },
    ];
  });
  return {
    now: clock.now(),
    url: simulator.url,
    fingerprint: simulator.fingerprint,
    agents: agents.length,
    counts,
    people,
    faults:
      faults === null
        ? null
        : { url: `https://${faults.host}:${String(faults.port)}`, connections: faults.connections, faults: faults.faults },
    scenarios: scenarios === null ? null : { list: scenarios.list(), running: scenarios.running() },
  };
}

const wholeText = z.string().regex(/^\d{1,7}$/, 'must be a whole number');

export const agentsQuery = z.strictObject({
  page: wholeText.transform(Number).pipe(z.int().min(1)).default(1),
  size: wholeText.transform(Number).pipe(z.int().min(1).max(1_000)).default(50),
  state: agentState.exactOptional(),
  search: z.string().max(100).default(''),
});

export interface AgentsView {
  readonly now: number;
  /** Of the agents sought. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly agents: readonly AgentTruth[];
}

/** A page of the agents sought, in order of being added; beyond the last page, the last. */
export function agentsView({ gateway, clock }: Stage, { page, size, state, search }: z.infer<typeof agentsQuery>): AgentsView {
  const sought = search.trim().toLowerCase();
  const found = gateway.simulator
    .agents()
    .filter((agent) => state === undefined || agent.state === state)
    .filter(({ workNo, name, group }) => sought === '' || [workNo, name, group].some((text) => text.toLowerCase().includes(sought)));
  const pages = Math.max(1, Math.ceil(found.length / size));
  const shown = Math.min(page, pages);
  return { now: clock.now(), total: found.length, page: shown, pages, agents: found.slice((shown - 1) * size, shown * size) };
}

export const requestsQuery = z.strictObject({
  last: wholeText.transform(Number).pipe(z.int().min(1).max(1_000)).default(50),
  emptyPolls: z.literal(['shown', 'hidden']).default('shown'),
});

/** The last requests, newest first. A poll that is still held has no answer yet and counts as empty. */
export function requestsView({ gateway }: Stage, { last, emptyPolls }: z.infer<typeof requestsQuery>): RequestRecord[] {
  const { requests } = gateway.simulator;
  const newest: RequestRecord[] = [];
  for (let index = requests.length - 1; index >= 0 && newest.length < last; index -= 1) {
    const record = requests[index];
    if (record !== undefined && (emptyPolls === 'shown' || !isEmptyPoll(record))) newest.push(record);
  }
  return newest;
}
