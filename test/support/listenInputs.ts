import type { AgentState } from '../../contract/agentState.ts';
import type { Listen } from '../../contract/state.ts';
import type { plainEvents } from '../../main/gateway/agentevent.ts';
import { shownListen, type ListenState } from '../../main/listen/facts.ts';
import { advance, type ListenInput } from '../../main/listen/listenMachine.ts';
import type { OwnCall } from '../../main/listen/onAnswer.ts';
import type { ListenEffect, ListenTimer } from '../../main/listen/step.ts';

export const agent = { workNo: '20011', name: 'Li Wei' };
export const asked: ListenInput = { kind: 'asked', agent };
export const accepted: ListenInput = { kind: 'requestAnswered', failure: null };
export const lost: ListenInput = { kind: 'requestAnswered', failure: { kind: 'timeout' } };
export const stopAsked: ListenInput = { kind: 'stopAsked' };
export const stopAccepted: ListenInput = { kind: 'stopAnswered', failure: null };
export const event = (type: (typeof plainEvents)[number]): ListenInput => ({
  kind: 'event',
  event: { type },
});
export const busy = event('AgentState_Busy');
export const alerting = event('AgentOther_PhoneAlerting');
export const offHook = event('AgentOther_PhoneOffhook');
export const ready = event('AgentState_Ready');
export const release = (by: 'platform' | 'agent' | 'unknown'): ListenInput => ({
  kind: 'event',
  event: { type: 'AgentOther_PhoneRelease', by },
});
export const notReady = (reason: number): ListenInput => ({ kind: 'event', event: { type: 'AgentState_SetNotReady_Success', reason } });
export const timer = (name: ListenTimer): ListenInput => ({ kind: 'timer', timer: name });
export const ownState = (state: 'idle' | 'occupied' | 'busy' | null): ListenInput => ({ kind: 'ownState', state });
export const ownCall = (state: OwnCall): ListenInput => ({ kind: 'ownCall', state });
export const talking = ownCall('talking');
export const stillRings = ownCall('answering');
/** A gateway that does not say the phase of the own call. */
export const blind = ownCall(null);
export const watch: ListenInput = { kind: 'watch' };
/** What the list of agents says of the inspector, and of who is listened to. */
export const list = (own: AgentState | null, heardAgent: AgentState | null = 'talking'): ListenInput => ({
  kind: 'list',
  own,
  agent: heardAgent,
});
export const hears = (yes: boolean): ListenInput => ({ kind: 'hearing', hears: yes });
export const refused = (retcode: string): ListenInput => ({ kind: 'requestAnswered', failure: { kind: 'refused', retcode } });

export interface Run {
  readonly state: ListenState;
  readonly shown: Listen;
  readonly steps: readonly string[];
  readonly effects: readonly ListenEffect[];
}

/** Runs the machine through inputs, a second apart. */
export function run(...inputs: readonly ListenInput[]): Run {
  let state: ListenState = { kind: 'idle' };
  const steps: string[] = [];
  const effects: ListenEffect[] = [];
  let now = 0;
  for (const input of inputs) {
    now += 1_000;
    const step = advance(state, input, now);
    state = step.state;
    effects.push(...step.effects);
    const { kind } = shownListen(state);
    if (steps.at(-1) !== kind) steps.push(kind);
  }
  return { state, shown: shownListen(state), steps, effects };
}

export const outcome = (result: Run): string => (result.shown.kind === 'ended' ? result.shown.outcome : result.shown.kind);
export const requests = (result: Run): number => result.effects.filter((effect) => effect.kind === 'request').length;
export const asks = (result: Run): number => result.effects.filter((effect) => effect.kind === 'askOwnState').length;
