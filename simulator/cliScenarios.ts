import { existsSync } from 'node:fs';
import type { Scenarios } from './control/scenarios.ts';
import type { FaultProxy } from './faults/faultProxy.ts';
import type { SimulatorHolder } from './control/views.ts';

/** What scenarios act on. */
export interface ScenarioStage {
  readonly gateway: SimulatorHolder;
  readonly faults: FaultProxy | undefined;
}

/** Scenarios as the command line needs them: from a file, too. */
export interface CliScenarios extends Scenarios {
  /** Reads a scenario's file and starts it; rejects with a sentence that names line and field. */
  runFile(path: string): Promise<void>;
}

/** The scenarios of this stage; undefined as long as there are none. */
export type ScenariosFor = (stage: ScenarioStage) => CliScenarios | undefined;

/** Runs what `--scenario` names: one of the list, otherwise a file. Rejects with a sentence when it is neither. */
export async function runScenario(scenarios: CliScenarios | undefined, wish: string): Promise<void> {
  if (scenarios === undefined) throw new Error('This simulator has no scenarios.');
  const names = scenarios.list().map(({ name }) => name);
  if (names.includes(wish)) await scenarios.run(wish);
  else if (existsSync(wish)) await scenarios.runFile(wish);
  else throw new Error(`it is neither a file nor one of ${names.join(', ')}.`);
}
