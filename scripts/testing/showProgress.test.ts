import { expect, test } from 'vitest';
import { showProgress } from './showProgress.ts';

function shown(isTerminal: boolean) {
  const written: string[] = [];
  const ticks: { readonly ms: number; readonly act: () => void }[] = [];
  let line = 'unit 1/9';
  const progress = showProgress(
    { isTerminal, columns: 12, write: (text) => written.push(text) },
    (ms, act) => {
      const tick = { ms, act };
      ticks.push(tick);
      return () => void ticks.splice(ticks.indexOf(tick), 1);
    },
    () => line,
  );
  return { progress, written, ticks, say: (text: string) => (line = text), tick: () => ticks.forEach(({ act }) => act()) };
}

test('on a terminal one line is written anew, never longer than the terminal is wide', () => {
  const { progress, written, tick, say } = shown(true);
  tick();
  say('unit 2/9 and something longer');
  tick();
  progress.print('ok lint');
  expect(written).toEqual(['\r\u001b[2Kunit 1/9', '\r\u001b[2Kunit 2/9 an', '\r\u001b[2Kok lint\n']);
});

test('elsewhere a line comes every fifteen seconds', () => {
  const { progress, written, ticks, tick } = shown(false);
  expect(ticks.map(({ ms }) => ms)).toEqual([15_000]);
  tick();
  progress.print('ok lint');
  expect(written).toEqual(['unit 1/9\n', 'ok lint\n']);
});

test('nothing is written while nothing is under way, nor after the end', () => {
  const { progress, written, ticks, tick, say } = shown(false);
  say('');
  tick();
  progress.stop();
  expect(ticks).toEqual([]);
  expect(written.join('')).toBe('');
});
