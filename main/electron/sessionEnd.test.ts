import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { onSessionEnd } from './sessionEnd.ts';

function scene(): { readonly window: EventEmitter; readonly left: string[] } {
  const window = new EventEmitter();
  const left: string[] = [];
  onSessionEnd(
    window,
    (why) => left.push(why),
    (why) => left.push(`makes way: ${why}`),
  );
  return { window, left };
}

it('keeps Windows waiting when it asks whether the session may end, and leaves', () => {
  const { window, left } = scene();
  const asked: string[] = [];
  window.emit('query-session-end', { preventDefault: () => asked.push('held') });
  expect([left, asked]).toEqual([['query-session-end'], ['held']]);
});

it('leaves when the session ends without having been asked, as an older Electron tells it', () => {
  const { window, left } = scene();
  window.emit('session-end', {});
  expect(left).toEqual(['session-end']);
});

it('lets an installer wait for a listen: the desktop session goes on', () => {
  const { window, left } = scene();
  const held: string[] = [];
  window.emit('query-session-end', { preventDefault: () => held.push('held'), reasons: ['close-app'] });
  expect([left, held]).toEqual([['makes way: close-app'], ['held']]);
});

it.each([[['shutdown']], [['logoff']], [['close-app', 'critical']]])('leaves when the session ends for %s', (reasons) => {
  const { window, left } = scene();
  window.emit('query-session-end', { preventDefault: () => undefined, reasons });
  expect(left).toEqual(['query-session-end']);
});
