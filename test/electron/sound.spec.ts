import type { SoundPlan } from '../../main/alerts/surfaces.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import type { Sound } from '../support/desktop/sounds.ts';
import { audioLacks } from '../support/desktop/programs.ts';
import { driving } from './driving.ts';
import { expect, test } from './sharedHarness.ts';

const ring: SoundPlan = { ringId: 'ring-1', sound: 'ring', loop: true, volume: 0.5, device: '' };

const heardOn = async (desktop: Desktop): Promise<string[]> => (await desktop.sounds()).filter(isHeard).map(({ output }) => output);
const isHeard = ({ running, muted }: Sound): boolean => running && !muted;

test.beforeEach(() => {
  const lacks = audioLacks();
  test.skip(lacks.length > 0, lacks.join('; '));
});

test('the ring is heard while the window is hidden, until it is over', async ({ harness, desktop }) => {
  const { sound, windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  expect(await sound(ring)).toEqual({ kind: 'shown' });
  await expect.poll(() => heardOn(desktop)).toEqual(['Speakers']);
  // Longer than one round of it.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await heardOn(desktop)).toEqual(['Speakers']);
  expect(await sound(null)).toEqual({ kind: 'shown' });
  await expect.poll(() => heardOn(desktop)).toEqual([]);
});

test('it is played on the chosen device; one that is not there is said', async ({ harness, desktop }) => {
  const { sound } = driving(harness.app);
  expect(await sound({ ...ring, device: 'Headset' })).toEqual({ kind: 'shown' });
  await expect.poll(() => heardOn(desktop)).toEqual(['Headset']);
  // The audio server lets go of the stream of the ring before this one a moment later.
  await expect.poll(async () => (await desktop.sounds()).map(({ output }) => output)).toEqual(['Headset']);
  expect(await sound({ ...ring, device: 'Unplugged' })).toEqual({ kind: 'notShown', why: 'deviceMissing' });
  await expect.poll(() => heardOn(desktop)).toEqual([]);
  expect(await sound(ring)).toEqual({ kind: 'shown' });
  await expect.poll(() => heardOn(desktop)).toEqual(['Speakers']);
});

test('the next ring is played on it too, unless it is unplugged, and again when it is back', async ({ harness, desktop }) => {
  const { sound } = driving(harness.app);
  const onHeadset: SoundPlan = { ...ring, device: 'Headset' };
  const isPlayedOnHeadset = async (): Promise<void> => {
    await expect.poll(() => sound(onHeadset)).toEqual({ kind: 'shown' });
    await expect.poll(() => heardOn(desktop)).toEqual(['Headset']);
    await sound(null);
    await expect.poll(() => heardOn(desktop)).toEqual([]);
  };
  await isPlayedOnHeadset();
  await isPlayedOnHeadset();
  await desktop.whileHeadsetUnplugged(async () => {
    await expect.poll(() => sound(onHeadset)).toEqual({ kind: 'notShown', why: 'deviceMissing' });
    expect(await heardOn(desktop)).toEqual([]);
    // For five seconds Chromium holds the stream of the ring before, which PulseAudio has moved to the speakers meanwhile, and takes it for
    // the next ring on that device: only later is a new one opened.
    await expect.poll(() => desktop.sounds()).toEqual([]);
  });
  await isPlayedOnHeadset();
});

test('a question is asked once', async ({ harness, desktop }) => {
  const { sound } = driving(harness.app);
  expect(await sound({ ...ring, sound: 'question', loop: false })).toEqual({ kind: 'shown' });
  await expect.poll(() => heardOn(desktop)).toEqual(['Speakers']);
  await expect.poll(() => heardOn(desktop)).toEqual([]);
});

test('a ring that is over before it is heard is not heard', async ({ harness, desktop }) => {
  const shown = await harness.app.evaluate((_electron, plan) => {
    const asked = globalThis.earshotHarness.ask('sound', plan);
    return Promise.all([asked, globalThis.earshotHarness.ask('sound', null)]);
  }, ring);
  expect(shown).toMatchObject([{ kind: 'notShown' }, { kind: 'shown' }]);
  expect(await heardOn(desktop)).toEqual([]);
});
