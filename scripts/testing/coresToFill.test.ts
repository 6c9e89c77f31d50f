import { expect, test } from 'vitest';
import { coresToFill } from './coresToFill.ts';

const GiB = 1024 ** 3;

test.each([
  ['two cores with 24 GiB are filled', { cores: 2, memory: 24 * GiB }, 2],
  ['so are four with 16', { cores: 4, memory: 16 * GiB }, 4],
  ['of sixteen with 32 GiB, as many as the memory does for', { cores: 16, memory: 32 * GiB }, 8],
  ['where there is little memory, one', { cores: 8, memory: 2 * GiB }, 1],
] as const)('%s', (_, means, filled) => {
  expect(coresToFill(means)).toBe(filled);
});
