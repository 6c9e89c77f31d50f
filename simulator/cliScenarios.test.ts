import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runScenario } from './cliScenarios.ts';
import type { CliScenarios } from './cliScenarios.ts';

function noting(): { scenarios: CliScenarios; done: string[] } {
  const done: string[] = [];
  const scenarios: CliScenarios = {
    list: () => [{ name: 'ring-lost', says: 'No ring.' }],
    running: () => null,
    run: (name) => {
      done.push(`run ${name}`);
    },
    runFile: (path) => {
      done.push(`file ${path}`);
    },
    stop: () => undefined,
  };
  return { scenarios, done };
}

test('a name of the list is run, anything else is a file', async () => {
  const { scenarios, done } = noting();
  const file = fileURLToPath(import.meta.url);
  await runScenario(scenarios, 'ring-lost');
  await runScenario(scenarios, file);
  expect(done).toEqual(['run ring-lost', `file ${file}`]);
});

test('what is neither is told with the names there are', async () => {
  const { scenarios, done } = noting();
  await expect(runScenario(scenarios, 'ring-last')).rejects.toThrow('it is neither a file nor one of ring-lost.');
  expect(done).toEqual([]);
});
