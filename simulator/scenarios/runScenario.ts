import type { Cancel, Clock } from '../clock.ts';
import type { Simulator } from '../simulator.ts';
import { actionName, doAction, handFor } from './doAction.ts';
import type { FaultHand } from './faultHand.ts';
import { createRequestWatch } from './requestWatch.ts';
import type { RestartGateway } from './restartable.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioAction, Step } from './schema.ts';

/** What a scenario is played with. The clock should be the simulator's own. */
export interface ScenarioHands {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** Needed by scenarios that restart the gateway (`startRestartable`). */
  readonly restart?: RestartGateway;
  /** Needed by scenarios with faults. */
  readonly faults?: FaultHand;
  /** Told of each action as it is done. */
  readonly onAction?: (done: DoneAction) => void;
}

/** An action that was done, or could not be. */
export interface DoneAction {
  /** Counted from 0, as in the file. */
  readonly step: number;
  readonly action: string;
  /** Why it could not be done; null: it was. */
  readonly problem: string | null;
}

export interface ScenarioOutcome {
  readonly kind: 'finished' | 'stopped';
  readonly actions: readonly DoneAction[];
}

/** A scenario under way. */
export interface RunningScenario {
  /** The gateway that runs now; another one after a restart. */
  readonly simulator: Simulator;
  /** Resolves when every step is done, or when it is stopped; what cannot be done is told there and stops nothing. */
  readonly done: Promise<ScenarioOutcome>;
  /** Nothing more happens after this; what has happened stays. */
  stop(): void;
}

/** The hands that a scenario cannot do without. */
export function handsOf(scenario: Scenario): ReadonlySet<'restart' | 'faults'> {
  return new Set(scenario.steps.flatMap((step) => step.do.map(handFor)).filter((hand) => hand !== null));
}

/** Plays a scenario from now on. Throws when it needs a hand that was not given. */
export function runScenario(scenario: Scenario, hands: ScenarioHands): RunningScenario {
  for (const hand of handsOf(scenario)) {
    if (hands[hand] === undefined) throw new Error(`The scenario ${scenario.name} needs the hand "${hand}"`);
  }
  const { clock, restart, faults } = hands;
  const { promise: done, resolve: end } = Promise.withResolvers<ScenarioOutcome>();
  const watch = createRequestWatch();
  const timers = new Set<Cancel>();
  const actions: DoneAction[] = [];
  let simulator = hands.simulator;
  let stepsLeft = scenario.steps.length;
  let stopped = false;
  watch.follow(simulator);
  for (const [index, step] of scenario.steps.entries()) schedule(step, index);

  function schedule(step: Step, index: number): void {
    const begin = (): Promise<void> => doAll(step.do, index);
    if (step.on === undefined) void after(step.at ?? 0, begin);
    else watch.on(step.on, () => after(step.after ?? 0, begin));
  }

  /** What is due at once is done at once, and awaited: the script's word comes before the client's next request. */
  async function after(ms: number, begin: () => Promise<void>): Promise<void> {
    if (ms === 0) {
      await begin();
      return;
    }
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      void begin();
    });
    timers.add(cancel);
  }

  async function doAll(script: readonly ScenarioAction[], step: number): Promise<void> {
    for (const action of script) {
      if (stopped) return;
      const one = { step, action: actionName(action), problem: await problemOf(action) };
      actions.push(one);
      hands.onAction?.(one);
    }
    stepsLeft -= 1;
    if (stepsLeft === 0 && !stopped) end({ kind: 'finished', actions });
  }

  async function problemOf(action: ScenarioAction): Promise<string | null> {
    try {
      await doAction(action, { simulator, restart, faults, restarted });
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  function restarted(next: Simulator): void {
    simulator = next;
    watch.follow(simulator);
  }

  return {
    get simulator() {
      return simulator;
    },
    done,
    stop: () => {
      if (stopped || stepsLeft === 0) return;
      stopped = true;
      for (const cancel of timers) cancel();
      watch.stop();
      end({ kind: 'stopped', actions });
    },
  };
}
