import type { Cancel, Clock } from '../clock.ts';
import type { Simulator } from '../simulator.ts';
import { actionName, doAction, handFor } from './doAction.ts';
import type { FaultHand } from './faultHand.ts';
import { RequestWatch } from './requestWatch.ts';
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
  /** Why it could not be done; undefined when it was. */
  readonly problem: string | undefined;
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
  return new Set(scenario.steps.flatMap((step) => step.do.map(handFor)).filter((hand) => hand !== undefined));
}

/** Plays a scenario from now on. Throws when it needs a hand that was not given. */
export function runScenario(scenario: Scenario, hands: ScenarioHands): RunningScenario {
  for (const hand of handsOf(scenario)) {
    if (hands[hand] === undefined) throw new Error(`The scenario ${scenario.name} needs the hand "${hand}"`);
  }
  return new ScenarioRun(scenario, hands);
}

class ScenarioRun implements RunningScenario {
  readonly done: Promise<ScenarioOutcome>;
  readonly #hands: ScenarioHands;
  readonly #watch: RequestWatch;
  readonly #timers = new Set<Cancel>();
  readonly #actions: DoneAction[] = [];
  readonly #end: (outcome: ScenarioOutcome) => void;
  #simulator: Simulator;
  #stepsLeft: number;
  #stopped = false;

  constructor(scenario: Scenario, hands: ScenarioHands) {
    const ending = Promise.withResolvers<ScenarioOutcome>();
    this.done = ending.promise;
    this.#end = ending.resolve;
    this.#hands = hands;
    this.#simulator = hands.simulator;
    this.#watch = new RequestWatch(hands.simulator);
    this.#stepsLeft = scenario.steps.length;
    for (const [index, step] of scenario.steps.entries()) this.#schedule(step, index);
  }

  get simulator(): Simulator {
    return this.#simulator;
  }

  stop(): void {
    if (this.#stopped || this.#stepsLeft === 0) return;
    this.#stopped = true;
    for (const cancel of this.#timers) cancel();
    this.#watch.stop();
    this.#end({ kind: 'stopped', actions: this.#actions });
  }

  #schedule(step: Step, index: number): void {
    const begin = (): Promise<void> => this.#do(step.do, index);
    if (step.on === undefined) void this.#after(step.at ?? 0, begin);
    else this.#watch.on(step.on, () => this.#after(step.after ?? 0, begin));
  }

  /** What is due at once is done at once, and awaited: the script's word comes before the client's next request. */
  async #after(ms: number, begin: () => Promise<void>): Promise<void> {
    if (ms === 0) {
      await begin();
      return;
    }
    const cancel = this.#hands.clock.after(ms, () => {
      this.#timers.delete(cancel);
      void begin();
    });
    this.#timers.add(cancel);
  }

  async #do(actions: readonly ScenarioAction[], step: number): Promise<void> {
    for (const action of actions) {
      if (this.#stopped) return;
      const done = { step, action: actionName(action), problem: await this.#problemOf(action) };
      this.#actions.push(done);
      this.#hands.onAction?.(done);
    }
    this.#stepsLeft -= 1;
    if (this.#stepsLeft === 0 && !this.#stopped) this.#end({ kind: 'finished', actions: this.#actions });
  }

  async #problemOf(action: ScenarioAction): Promise<string | undefined> {
    try {
      await doAction(action, {
        simulator: this.#simulator,
        restart: this.#hands.restart,
        faults: this.#hands.faults,
        restarted: (simulator) => {
          this.#simulator = simulator;
          this.#watch.follow(simulator);
        },
      });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
