import { InspectorLoad } from './inspectorLoad.ts';
import { startSimulatorProcess, type SimulatorProcess } from './simulatorProcess.ts';

/** Each at its own pace. */
export const sizes: readonly Size[] = [{ agents: 200 }, { agents: 2_000 }, { agents: 10_000 }];

/** A centre of some size; `changesPerSecond`: forced to change so often. */
export interface Size {
  readonly agents: number;
  readonly changesPerSecond?: number;
}

/** As many agents and changes as the issue names. */
export const forced = { agents: 10_000, changesPerSecond: 100 } as const;

/** As many as the issue names. */
const inspectors = 50;

/** `10,000 agents`, `10,000 agents, 100 changes/s` */
export function atSize({ agents, changesPerSecond }: Size): string {
  const pace = changesPerSecond === undefined ? '' : `, ${String(changesPerSecond)} changes/s`;
  return `${agents.toLocaleString('en')} agents${pace}`;
}

/** A simulator of this size with fifty inspectors signed in; all gone afterwards. */
export async function withInspectors<Result>(
  { agents, changesPerSecond }: Size,
  measure: (simulator: SimulatorProcess, loads: readonly InspectorLoad[]) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulatorProcess(agents, inspectors, changesPerSecond);
  const loads = simulator.inspectors.map((account) => new InspectorLoad(simulator.port, account));
  try {
    await Promise.all(loads.map((load) => load.signIn()));
    return await measure(simulator, loads);
  } finally {
    for (const load of loads) load.stop();
    await simulator.stop();
  }
}
