import { describe, expect, test } from 'vitest';
import { settlesAfter } from '../../../contract/settling.ts';
import type { TrayMenuLine } from '../../alerts/surfaces.ts';
import { createTrayChoices, trayMenuTemplate } from './trayMenu.ts';

type ActionLine = TrayMenuLine & { readonly kind: 'action' };

const show: ActionLine = { kind: 'action', action: 'show', about: '', words: 'Show Earshot' };
const quit: ActionLine = { kind: 'action', action: 'quit', about: '', words: 'Quit' };
const stop = (about: string): ActionLine => ({ kind: 'action', action: 'stopListening', about, words: 'Stop listening' });
const listen = (about: string): ActionLine => ({ kind: 'action', action: 'listenFollowed', about, words: 'Listen' });

/** Choices with a time that is set by hand. */
function stage() {
  const acted: string[] = [];
  const time = { now: 0 };
  const choices = createTrayChoices(
    () => time.now,
    (action) => acted.push(action),
  );
  return { acted, time, choices };
}

test('a line acts at once in the first menu, and in a later one when it has stood there for a moment', () => {
  const { acted, time, choices } = stage();
  choices.offer([show, quit]);
  choices.choose(quit, 1);
  choices.offer([show, stop('20001'), quit]);
  choices.choose(stop('20001'), 1);
  expect(acted).toEqual(['quit']);
  time.now += settlesAfter;
  choices.choose(stop('20001'), 1);
  expect(acted).toEqual(['quit', 'stopListening']);
});

test('a menu that stands open acts on nobody but whom it was about', () => {
  const { acted, time, choices } = stage();
  choices.offer([show, stop('20001'), quit]);
  choices.offer([show, stop('20002'), quit]);
  time.now += 60_000;
  choices.choose(stop('20001'), 1);
  choices.choose(listen('20001'), 1);
  expect(acted).toEqual([]);
});

test('what moves under the pointer, in the place of a line that went, is not chosen', () => {
  const { acted, time, choices } = stage();
  choices.offer([show, stop('20001'), quit]);
  choices.offer([show, quit]);
  choices.choose(quit, 1);
  expect(acted).toEqual([]);
  time.now += settlesAfter;
  choices.choose(quit, 1);
  expect(acted).toEqual(['quit']);
});

test('a line that came under the pointer, as the own word of what nobody can tell, waits as well', () => {
  const { acted, time, choices } = stage();
  const hearNothing: ActionLine = { kind: 'action', action: 'hearNothing', about: '20001', words: 'I hear nothing' };
  choices.offer([show, stop('20001'), quit]);
  choices.offer([show, stop('20001'), hearNothing, quit]);
  choices.choose(hearNothing, 2);
  choices.choose(quit, 2);
  expect(acted).toEqual([]);
  time.now += settlesAfter;
  choices.choose(hearNothing, 2);
  expect(acted).toEqual(['hearNothing']);
});

test('Earshot is shown whenever that is chosen', () => {
  const { acted, choices } = stage();
  choices.choose(show, 0);
  choices.offer([stop('20001'), show]);
  choices.choose(show, 0);
  expect(acted).toEqual(['show', 'show']);
});

describe('the tray’s menu', () => {
  test('shows an ampersand, and acts', () => {
    const acted: string[] = [];
    const [words, separator, action] = trayMenuTemplate(
      [{ kind: 'words', words: 'R&D' }, { kind: 'separator' }, { kind: 'action', action: 'stopListening', about: '20001', words: 'Stop' }],
      ({ action }, place) => acted.push(`${action} at ${String(place)}`),
    );
    expect(words).toEqual({ label: 'R&&D', enabled: false });
    expect(separator).toEqual({ type: 'separator' });
    expect(action?.label).toBe('Stop');
    Reflect.apply(action?.click ?? (() => undefined), undefined, []);
    expect(acted).toEqual(['stopListening at 2']);
  });
});
