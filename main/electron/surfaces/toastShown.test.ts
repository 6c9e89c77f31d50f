import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { Shown } from '../../alerts/surfaces.ts';
import { whetherShown, type Showing } from './toastShown.ts';
import { createHandClock, type HandClock } from '../../../test/support/handClock.ts';

function scene(): { readonly toast: EventEmitter; readonly showing: Showing; readonly clock: HandClock } {
  const [toast, clock] = [new EventEmitter(), createHandClock()];
  return { toast, showing: whetherShown(toast, clock), clock };
}

it.each<[string, (toast: EventEmitter, showing: Showing) => unknown, Shown]>([
  ['is shown when the system says so', (toast) => toast.emit('show', {}), { kind: 'shown' }],
  [
    'failed, for the system’s reason',
    (toast) => toast.emit('failed', {}, 'No permission'),
    { kind: 'notShown', why: 'failed', detail: 'No permission' },
  ],
  [
    'was over, when it was taken away first',
    (_, showing) => {
      showing.giveUp();
    },
    { kind: 'notShown', why: 'ended' },
  ],
])('a toast %s', async (_, happens, expected) => {
  const { toast, showing } = scene();
  happens(toast, showing);
  expect(await showing.shown).toEqual(expected);
});

it('a toast of which the system says neither, as macOS of an unsigned program, counts as not shown after a second', async () => {
  const { showing, clock } = scene();
  await clock.advance(1_000);
  expect(await showing.shown).toEqual({ kind: 'notShown', why: 'unconfirmed' });
  expect(showing.isShown()).toBe(false);
});
