import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { shippedScenario, shippedScenarios } from '../../simulator/scenarios/index.ts';

const sources = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n');
const played = [...sources.matchAll(/\bscenario\(\s*'([\w-]+)'/g)].map((found) => found[1]);

test('there are at least twenty', () => {
  expect(shippedScenarios().length).toBeGreaterThanOrEqual(20);
});

test('none is without a test, none is tested twice', () => {
  expect([...played].sort()).toEqual(shippedScenarios().map(({ name }) => name));
});

test.each(shippedScenarios())('$name says what is played and what a good client shows', ({ name, about }) => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', 'simulator', 'scenarios', `${name}.yaml`), 'utf8');
  const comment = text.slice(0, text.indexOf('about:'));
  expect(comment).toMatch(/^# \S/);
  expect(comment).toContain('good client');
  expect(about).not.toContain('\n');
  expect(shippedScenario(name).steps.length).toBeGreaterThan(0);
});
