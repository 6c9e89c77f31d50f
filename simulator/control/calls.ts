import { z } from 'zod';
import { faultsChange } from '../faults/faults.ts';
import type { FaultProxy } from '../faults/faultProxy.ts';
import type { Json, JsonObject } from '../json.ts';
import { plainWords } from '../plainWords.ts';
import { bodies } from './bodies.ts';
import { choicesOf } from './choices.ts';
import { Refusal, refusalOf } from './refusal.ts';
import type { Scenarios } from './scenarios.ts';
import { agentsQuery, agentsView, requestsQuery, requestsView, stateView } from './views.ts';
import type { Stage } from './views.ts';

/** One call of the control port, with all that its documentation says. */
export interface ControlCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly says: string;
  /** A query's or a body's example. */
  readonly example: JsonObject;
  /** JSON schema of what it takes. */
  readonly takes: unknown;
  /** Throws a Refusal when the input makes no sense or cannot be done now. */
  answer(input: unknown): Promise<unknown>;
}

/** Every call, in the order of its documentation. */
export function controlCalls(stage: Stage): ControlCall[] {
  const { gateway } = stage;
  return [
    query('/state', 'Counts of states, sessions, listens, faults, scenarios.', z.strictObject({}), {}, () => stateView(stage)),
    query('/agents', 'A page of the agents.', agentsQuery, { page: '1', size: '50', state: 'talking', search: 'orders' }, (sought) =>
      agentsView(stage, sought),
    ),
    query('/choices', 'What one can choose from: states, phones, misbehaviours, interfaces, events.', z.strictObject({}), {}, () =>
      choicesOf(gateway.simulator.interfaces),
    ),
    query('/requests', 'The last requests, newest first.', requestsQuery, { last: '50', emptyPolls: 'hidden' }, (sought) =>
      requestsView(stage, sought),
    ),
    command(
      '/phone',
      'What this inspector’s phone does from their next listen on.',
      bodies.setPhone,
      { agentId: '291', behaviour: { kind: 'picksUp', afterMs: 2_000 } },
      ({ agentId, behaviour }) => {
        gateway.simulator.agent(agentId);
        gateway.simulator.setPhone(agentId, behaviour);
      },
    ),
    command('/pick-up', 'The inspector picks their ringing phone up.', bodies.ofAgent, { agentId: '291' }, ({ agentId }) => {
      gateway.simulator.pickUp(agentId);
    }),
    command('/hang-up', 'The inspector hangs it up, or rejects its ring.', bodies.ofAgent, { agentId: '291' }, ({ agentId }) => {
      gateway.simulator.hangUp(agentId);
    }),
    command(
      '/agent',
      'Changes an agent, who then changes state no more by themselves.',
      bodies.setAgent,
      { workNo: '20001', state: 'talking' },
      ({ workNo, ...change }) => {
        gateway.simulator.setAgent(workNo, change);
      },
    ),
    command(
      '/add-agent',
      'Adds an agent, who stays as they are.',
      bodies.setAgent,
      { workNo: '30001', name: 'Added', state: 'idle' },
      (agent) => {
        gateway.simulator.addAgent(agent);
      },
    ),
    command('/end-call', 'The customer’s call of this agent ends.', bodies.endCall, { workNo: '20001' }, ({ workNo }) => {
      gateway.simulator.endCall(workNo);
    }),
    command(
      '/event',
      'Puts any event into a signed-in agent’s queue.',
      bodies.pushEvent,
      { agentId: '291', eventType: 'AgentState_Ready', content: null },
      ({ agentId, eventType, content }) => {
        gateway.simulator.pushEvent(agentId, eventType, content ?? null);
      },
    ),
    command(
      '/end-session',
      'Ends a session; its next poll gets 100-006.',
      bodies.endSession,
      { agentId: '291', reason: 'kicked' },
      ({ agentId, reason }) => {
        gateway.simulator.endSession(agentId, reason);
      },
    ),
    command(
      '/rotate-guid',
      'Renews the Guid; the next poll’s answer announces it.',
      bodies.rotateGuid,
      { agentId: '291', old: 'staysValid' },
      ({ agentId, old }) => {
        gateway.simulator.rotateGuid(agentId, old);
      },
    ),
    command(
      '/next-answer',
      'Makes the next matching requests go wrong.',
      bodies.nextAnswer,
      { match: { interface: 'addSupervise', times: 1 }, what: { kind: 'retcode', retcode: '900-003' } },
      ({ match, what }) => {
        gateway.simulator.nextAnswer(match ?? {}, what);
      },
    ),
    command(
      '/habits',
      'Gives the gateway habits, with one inspector or with everyone, in place of those it had there; {} none.',
      bodies.setHabits,
      { agentId: '291', habits: { eventsLate: { fromMs: 0, toMs: 8_000 }, eventsLost: { share: 0.3, of: ['rings', 'ends'] } } },
      ({ agentId, habits }) => {
        gateway.simulator.setHabits(habits, agentId);
      },
    ),
    command('/behave', 'Takes back every misbehaviour that has not happened yet, and every habit.', bodies.nothing, {}, () => {
      gateway.simulator.behave();
    }),
    command('/run-scenario', 'Runs a scenario of the list in /state.', bodies.runScenario, { name: 'ring-lost' }, async ({ name }) => {
      const scenarios = scenariosOf(stage);
      // Names only: a file of this machine is for its command line to open.
      if (!scenarios.list().some((scenario) => scenario.name === name)) throw new Refusal('unknown', 'name', 'is no scenario of the list');
      await scenarios.run(name);
    }),
    command('/stop-scenario', 'Stops the scenario that runs.', bodies.nothing, {}, async () => {
      await scenariosOf(stage).stop();
    }),
    command(
      '/faults',
      'Changes these faults of the proxy and leaves the others; toServer and toClient take those of one direction.',
      faultsChange,
      { link: 'up', latencyMs: 200, toClient: { bandwidthBytesPerSecond: 20_000 } },
      (change) => proxyOf(stage).set(change),
    ),
    command('/clear-faults', 'Takes every fault back.', bodies.nothing, {}, () => proxyOf(stage).clear()),
    command('/reset-connections', 'Resets every connection through the proxy.', bodies.nothing, {}, () => {
      proxyOf(stage).reset();
    }),
  ];
}

function query<T>(path: string, says: string, takes: z.ZodType<T>, example: JsonObject, view: (input: T) => unknown): ControlCall {
  return { ...described('GET', path, says, takes, example), answer: (input) => Promise.resolve(view(understood(takes, input))) };
}

function command<T>(
  path: string,
  says: string,
  takes: z.ZodType<T>,
  example: JsonObject,
  act: (input: T) => void | Promise<void>,
): ControlCall {
  const answer = async (input: unknown): Promise<Json> => {
    const body = understood(takes, input);
    try {
      await act(body);
    } catch (error) {
      throw refusalOf(error, fieldOf(body));
    }
    return {};
  };
  return { ...described('POST', path, says, takes, example), answer };
}

function described(
  method: ControlCall['method'],
  path: string,
  says: string,
  takes: z.ZodType,
  example: JsonObject,
): Omit<ControlCall, 'answer'> {
  return { method, path, says, example, takes: z.toJSONSchema(takes, { io: 'input' }) };
}

function understood<T>(takes: z.ZodType<T>, input: unknown): T {
  const reading = takes.safeParse(input, { error: plainWords });
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  const path = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  throw new Refusal('invalid', path.map(String).join('.'), issue?.message ?? 'is not understood');
}

/** Whom a command is about: most that cannot be done cannot be done with them. */
function fieldOf(body: unknown): string {
  return ['agentId', 'workNo'].find((field) => typeof body === 'object' && body !== null && field in body) ?? '';
}

function proxyOf({ faults }: Stage): FaultProxy {
  if (faults === null) throw new Refusal('impossible', '', 'There is no fault proxy: start the simulator with --faults');
  return faults;
}

function scenariosOf({ scenarios }: Stage): Scenarios {
  if (scenarios === null) throw new Refusal('impossible', '', 'This simulator was started without scenarios');
  return scenarios;
}
