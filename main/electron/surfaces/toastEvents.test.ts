import { describe, expect, it } from 'vitest';
import { closeReason, pressedButton, tellsButtons } from './toastEvents.ts';

describe('which button of a toast was pressed', () => {
  it.each([
    ['in the event', { actionIndex: 1, selectionIndex: -1 }, undefined, 1],
    ['behind the event, by an older Electron', {}, 1, 1],
    ['in both, of which the event counts', { actionIndex: 0 }, 1, 0],
    ['in neither', {}, undefined, null],
    ['as something that is no place', { actionIndex: -1 }, '1', null],
  ])('is told %s', (_, details, index, expected) => {
    expect(pressedButton(details, index)).toBe(expected);
  });

  it('is told of Windows’ own toasts from Electron 45 on', () => {
    expect(['33.4.11', '44.1.0', '45.4.1', '100.0.0'].map(tellsButtons)).toEqual([false, false, true, true]);
  });
});

it('why a toast left is told by Windows alone', () => {
  expect([{ reason: 'timedOut' }, {}, undefined, { reason: 'else' }].map(closeReason)).toEqual(['timedOut', null, null, null]);
});
