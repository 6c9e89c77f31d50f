import { InspectorLoad } from './inspectorLoad.ts';
import { startSimulatorProcess, type SimulatorProcess } from './simulatorProcess.ts';

export const sizes: readonly number[] = [200, 2_000, 10_000];

/** As many as the issue names. */
const inspectors = 50;

/** `10,000 agents` */
export function atSize(agents: number): string {
  return `${agents.toLocaleString('en')} agents`;
}

/** A simulator of this size with fifty inspectors signed in; all gone afterwards. */
export async function withInspectors<Result>(
  agents: number,
  measure: (simulator: SimulatorProcess, loads: readonly InspectorLoad[]) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulatorProcess(agents, inspectors);
  const loads = simulator.inspectors.map((account) => new InspectorLoad(simulator.port, account));
  try {
    await Promise.all(loads.map((load) => load.signIn()));
    return await measure(simulator, loads);
  } finally {
    for (const load of loads) load.stop();
    await simulator.stop();
  }
}
