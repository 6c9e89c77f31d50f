import type { Listen } from '../../contract/state.ts';
import {
  endStanding,
  nothingBegun,
  still,
  waiting,
  type CallingStep,
  type StandingAdvance,
  type StandingHold,
  type StandingState,
} from './standingState.ts';

/** The listen as it is now, its own or one that the inspector chose: while there is one, nothing is asked. */
export function onStandingListen(state: StandingState, listen: Listen): StandingAdvance {
  const { step } = state;
  switch (listen.kind) {
    case 'idle':
      return step.kind === 'calling' || step.kind === 'listening' ? afterListen({ ...state, step: waiting }) : still(state);
    case 'ended':
      if (step.kind === 'calling') {
        return afterListen(
          listen.heardFor === null ? unheard(state, step, holdAfter(listen.outcome)) : { ...counted(state), step: waiting },
        );
      }
      return step.kind === 'listening' ? afterListen({ ...state, step: waiting }) : still(state);
    case 'listening':
      return still(
        step.kind === 'listening' ? state : { ...(step.kind === 'calling' ? counted(state) : nothingBegun(state)), step: listening },
      );
    case 'requesting':
    case 'calling':
    case 'ringing':
    case 'stopping':
    case 'outcomeUnknown':
      return still(step.kind === 'calling' || step.kind === 'listening' ? state : { ...nothingBegun(state), step: listening });
  }
}

/** Its listen came to nothing; one that it asked for by itself may make it wait for the inspector. */
export function unheard(state: StandingState, { byItself }: CallingStep, hold: StandingHold | null): StandingState {
  return { ...state, step: waiting, hold: byItself ? (hold ?? state.hold) : state.hold };
}

const listening = { kind: 'listening' } as const;

function counted(state: StandingState): StandingState {
  return { ...state, listens: state.listens + 1 };
}

/** Whether that was the last one. */
function afterListen(state: StandingState): StandingAdvance {
  const { listens } = state.plan;
  return listens !== null && state.listens >= listens ? endStanding(state, 'listensDone') : still(state);
}

/** A phone that nobody picks up is not rung again and again, and a gateway that refuses is not asked again and again. */
function holdAfter(outcome: Extract<Listen, { kind: 'ended' }>['outcome']): StandingHold | null {
  switch (outcome) {
    case 'notAnswered':
    case 'phoneUnavailable':
      return 'notPickedUp';
    case 'refused':
    case 'notStarted':
      return 'refused';
    case 'declined':
    case 'hungUp':
    case 'endedByOtherSide':
    case 'stopped':
    case 'endedUnseen':
    case 'sessionOver':
      return null;
  }
}
