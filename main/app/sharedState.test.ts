import { expect, test } from 'vitest';
import { createChanges } from './changes.ts';
import { createSharedState } from './sharedState.ts';

function counter() {
  let count = 0;
  const changes = createChanges();
  const shared = createSharedState(changes, () => count);
  const told: number[] = [];
  shared.onState((state) => told.push(state));
  const add = (): void => {
    count += 1;
    changes.changed();
  };
  return { ...changes, ...shared, told, add };
}

test('what acts upon a change is called once, and what it changes is told with it', () => {
  const { onChanging, add, told } = counter();
  let acted = 0;
  onChanging(() => {
    acted += 1;
    add();
  });
  add();
  expect(acted).toBe(1);
  expect(told).toEqual([2]);
});

test('what changes together is told once, also within what changes together', () => {
  const { together, add, told } = counter();
  together(() => {
    together(add);
    add();
  });
  expect(told).toEqual([2]);
});

test('reading the state of one that acts does not make it act', () => {
  const { onChanging, onState, add, told } = counter();
  let acted = 0;
  onChanging(() => {
    acted += 1;
  });
  onState(() => undefined);
  expect(acted).toBe(0);
  add();
  expect([acted, told]).toEqual([1, [1]]);
});

test('after one that fails the next change is told', () => {
  const { together, add, told } = counter();
  expect(() => {
    together(() => {
      throw new Error('fails');
    });
  }).toThrow('fails');
  add();
  expect(told).toEqual([1]);
});
