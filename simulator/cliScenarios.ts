import { existsSync } from 'node:fs';
import { systemClock } from './clock.ts';
import type { Scenarios } from './control/scenarios.ts';
import type { FaultProxy } from './faults/faultProxy.ts';
import { handsOf, readScenario, runScenario as play, scenarioErrorText, shippedScenario, shippedScenarios } from './scenarios/index.ts';
import type { RestartableGateway, RunningScenario, Scenario } from './scenarios/index.ts';

/** What scenarios act on. */
export interface ScenarioStage {
  readonly gateway: RestartableGateway;
  /** Null: there is no proxy before the gateway. */
  readonly faults: FaultProxy | null;
}

/** Scenarios as the command line needs them: from a file, too. */
export interface CliScenarios extends Scenarios {
  /** Reads a scenario's file and starts it; throws a sentence that names line and field. */
  runFile(path: string): void;
}

/** The scenarios of this stage. */
export function scenariosFor({ gateway, faults }: ScenarioStage): CliScenarios {
  // Read once, as the control port's page asks for the list twice a second, and only when somebody asks, as it takes half a second.
  let shipped: ReturnType<Scenarios['list']> | null = null;
  let present: { readonly name: string; readonly run: RunningScenario } | null = null;
  const stop = (): void => {
    present?.run.stop();
    present = null;
  };
  const begin = (scenario: Scenario): void => {
    if (faults === null && handsOf(scenario).has('faults')) {
      throw new Error('it needs a fault proxy: start the simulator with --faults');
    }
    stop();
    const run = play(scenario, {
      simulator: gateway.simulator,
      clock: systemClock,
      restart: gateway.restart,
      ...(faults === null ? {} : { faults }),
    });
    const mine = { name: scenario.name, run };
    present = mine;
    void run.done.then(() => {
      if (present === mine) present = null;
    });
  };
  return {
    list: () => (shipped ??= shippedScenarios().map(({ name, about }) => ({ name, says: about }))),
    running: () => present?.name ?? null,
    run: (name) => {
      begin(shippedScenario(name));
    },
    runFile: (file) => {
      const reading = readScenario({ file });
      if (reading.kind === 'wrong') throw new Error(reading.errors.map(scenarioErrorText).join('\n'));
      begin(reading.scenario);
    },
    stop,
  };
}

/** Runs what `--scenario` names: one of the list, otherwise a file. Rejects with a sentence when it is neither. */
export async function runScenario(scenarios: CliScenarios, nameOrFile: string): Promise<void> {
  const names = scenarios.list().map(({ name }) => name);
  if (names.includes(nameOrFile)) await scenarios.run(nameOrFile);
  else if (existsSync(nameOrFile)) scenarios.runFile(nameOrFile);
  else throw new Error(`it is neither a file nor one of ${names.join(', ')}.`);
}
