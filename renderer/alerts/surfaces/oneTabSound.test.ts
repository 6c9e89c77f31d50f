import { expect, test } from 'vitest';
import type { Shown, SoundPlan } from '../../../contract/alerts.ts';
import { oneTabSound } from './oneTabSound.ts';
import type { RingPlayer } from './ringSound.ts';

const planFor = (device: string): SoundPlan => ({ ringId: 'ring', sound: 'ring', loop: true, volume: 1, device });

/** A tab's player: `stuck` devices never say whether they play. */
function tab({ stuck = [], dumb = [] }: { readonly stuck?: readonly string[]; readonly dumb?: readonly string[] }) {
  const playing = new Set<string>();
  const player: RingPlayer = {
    play: ({ device }) => {
      if (stuck.includes(device)) return new Promise<Shown>(() => undefined);
      if (dumb.includes(device)) return Promise.resolve({ kind: 'notShown', why: 'failed' });
      playing.add(device);
      return Promise.resolve({ kind: 'shown' });
    },
    silence: () => playing.clear(),
  };
  return { playing, sound: oneTabSound(player, navigator.locks) };
}

test('a device that never says whether it plays keeps nobody from playing on the next one', async () => {
  const { playing, sound } = tab({ stuck: ['Headset'] });
  const first = sound.play(planFor('Headset'));
  await Promise.resolve();
  expect(await sound.play(planFor(''))).toEqual({ kind: 'shown' });
  expect(await first).toEqual({ kind: 'notShown', why: 'ended' });
  expect([...playing]).toEqual(['']);
  sound.silence();
});

test('a second tab is silent for as long as the first sounds', async () => {
  const [first, second] = [tab({}), tab({})];
  await first.sound.play(planFor(''));
  const shown = second.sound.play(planFor(''));
  expect([...second.playing]).toEqual([]);
  first.sound.silence();
  expect(await shown).toEqual({ kind: 'shown' });
  expect([...first.playing]).toEqual([]);
  second.sound.silence();
});

test('a tab that cannot play lets the next one', async () => {
  const [first, second] = [tab({ dumb: [''] }), tab({})];
  expect(await first.sound.play(planFor(''))).toEqual({ kind: 'notShown', why: 'failed' });
  expect(await second.sound.play(planFor(''))).toEqual({ kind: 'shown' });
  second.sound.silence();
});

test('a tab whose ring ends while it waits for its turn says so, and never sounds', async () => {
  const [first, second] = [tab({}), tab({})];
  await first.sound.play(planFor(''));
  const shown = second.sound.play(planFor(''));
  second.sound.silence();
  expect(await shown).toEqual({ kind: 'notShown', why: 'otherTab' });
  first.sound.silence();
  expect([...second.playing]).toEqual([]);
});
