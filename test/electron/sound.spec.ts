import type { ElectronApplication } from '@playwright/test';
import type { SoundPlan } from '../../main/alerts/surfaces.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import type { Sound } from '../support/desktop/sounds.ts';
import { audioLacks } from '../support/desktop/programs.ts';
import { alertPage } from './alertPage.ts';
import { driving } from './driving.ts';
import { expect, test } from './sharedHarness.ts';

const ring: SoundPlan = { ringId: 'ring-1', sound: 'ring', loop: true, volume: 0.5, device: '' };

const heardOn = async (desktop: Desktop): Promise<string[]> => (await desktop.sounds()).filter(isHeard).map(({ output }) => output);
const isHeard = ({ running, muted }: Sound): boolean => running && !muted;

interface HeldSearch {
  /** Waits until the page searches. */
  begun(): Promise<void>;
  letEnd(): Promise<void>;
}

/** Has the page's search for sound devices not end before `act` lets it. */
async function whileSearchIsHeld(app: ElectronApplication, act: (search: HeldSearch) => Promise<void>): Promise<void> {
  const page = await alertPage(app);
  await page.evaluate(`{
    const devices = navigator.mediaDevices;
    const held = new Promise((resolve) => { globalThis.letSearchEnd = resolve; });
    globalThis.searches = 0;
    devices.enumerateDevices = async () => {
      globalThis.searches += 1;
      await held;
      return MediaDevices.prototype.enumerateDevices.call(devices);
    };
  }`);
  const letEnd = async (): Promise<void> => {
    await page.evaluate('globalThis.letSearchEnd()');
  };
  const begun = (): Promise<void> => expect.poll(() => page.evaluate('globalThis.searches')).toBe(1);
  try {
    await act({ begun, letEnd });
  } finally {
    await letEnd();
    await page.evaluate('delete navigator.mediaDevices.enumerateDevices');
  }
}

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

test('a chosen device whose search outlasted a ring is played on at the next one, without a search', async ({ harness, desktop }) => {
  const { sound } = driving(harness.app);
  // Any other, so that the headset has to be searched for.
  expect(await sound({ ...ring, device: 'Speakers' })).toEqual({ kind: 'shown' });
  await whileSearchIsHeld(harness.app, async ({ begun, letEnd }) => {
    const tooLate = sound({ ...ring, device: 'Headset' });
    await begun();
    await sound(null);
    await letEnd();
    expect(await tooLate).toEqual({ kind: 'notShown', why: 'ended' });
  });
  await whileSearchIsHeld(harness.app, async () => {
    const next = sound({ ...ring, ringId: 'ring-2', device: 'Headset' });
    await expect.poll(() => heardOn(desktop)).toEqual(['Headset']);
    expect(await next).toEqual({ kind: 'shown' });
  });
});

test('on the system’s own device nothing is searched for before the ring is heard', async ({ harness, desktop }) => {
  const { sound } = driving(harness.app);
  await whileSearchIsHeld(harness.app, async ({ letEnd }) => {
    const asked = sound(ring);
    await expect.poll(() => heardOn(desktop)).toEqual(['Speakers']);
    await letEnd();
    expect(await asked).toEqual({ kind: 'shown' });
  });
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
