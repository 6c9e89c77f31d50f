import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readScenario } from './readScenario.ts';
import { scenarioErrorText } from './scenario.ts';
import type { Scenario } from './scenario.ts';

const ending = '.yaml';

export interface ShippedScenario {
  readonly name: string;
  /** One line. */
  readonly about: string;
}

/** The scenarios that come with the simulator, by name. */
export function shippedScenarios(): ShippedScenario[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()
    .map((name) => ({ name, about: shippedScenario(name).about }));
}

/** One of them; throws a RangeError when there is none of this name. */
export function shippedScenario(name: string): Scenario {
  if (!readdirSync(import.meta.dirname).includes(`${name}${ending}`)) throw new RangeError(`There is no scenario ${name}`);
  const reading = readScenario({ file: path.join(import.meta.dirname, `${name}${ending}`) });
  if (reading.kind === 'wrong') throw new Error(reading.errors.map(scenarioErrorText).join('\n'));
  return reading.scenario;
}
