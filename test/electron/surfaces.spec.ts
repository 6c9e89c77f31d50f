import { randomUUID } from 'node:crypto';
import type { ToastPlan, TrayPicture, TrayPlan } from '../../main/alerts/surfaces.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import { driving } from './driving.ts';
import { expect, test } from './sharedHarness.ts';

const ring: ToastPlan = {
  ringId: 'ring-1',
  title: 'Your phone is ringing',
  body: 'Pick up to listen to Li Wei (101).',
  silent: true,
  lasting: true,
  buttons: [],
};

const planFor = (picture: TrayPicture): TrayPlan => ({
  picture,
  tooltip: `Earshot: ${picture}`,
  menu: [
    { kind: 'words', words: 'Listening to R&D 李伟' },
    { kind: 'separator' },
    { kind: 'action', action: 'stopListening', about: '20001', words: 'Stop listening' },
    { kind: 'action', action: 'show', about: '', words: 'Show Earshot' },
    { kind: 'action', action: 'signOut', about: '', words: 'Sign out' },
    { kind: 'action', action: 'quit', about: '', words: 'Quit' },
  ],
});

test('the tray follows the plan: picture, tooltip, menu', async ({ harness, desktop }) => {
  const { tray } = driving(harness.app);
  const pictures: TrayPicture[] = [
    'signedOut',
    'live',
    'offline',
    'calling',
    'ringing',
    'listening',
    'whispering',
    'inserted',
    'mayBeHeard',
  ];
  const hashes = new Set<string>();
  for (const picture of pictures) {
    expect(await tray(planFor(picture))).toEqual({ kind: 'shown' });
    const item = await desktop.trayItem(({ tooltip }) => tooltip === `Earshot: ${picture}`);
    hashes.add(item.pictureHash);
    expect(item.menu.map(({ words, enabled, separator }) => (separator ? '-' : `${words}${enabled ? '' : ' (words)'}`))).toEqual([
      'Listening to R&D 李伟 (words)',
      '-',
      'Stop listening',
      'Show Earshot',
      'Sign out',
      'Quit',
    ]);
  }
  expect(hashes.size).toBe(pictures.length);
  expect(await desktop.trayItems()).toHaveLength(1);
});

test('the tray’s menu and icon act', async ({ harness, desktop }) => {
  const { tray, heard, windowVisible } = driving(harness.app);
  await tray(planFor('listening'));
  await desktop.trayItem(({ tooltip }) => tooltip === 'Earshot: listening');
  const names = async (): Promise<string[]> => (await heard()).map(({ name }) => name);
  await desktop.chooseInTray('Stop listening', async () => (await names()).includes('stopListening'));
  await desktop.clickTrayMenu('Sign out');
  await expect.poll(names).toContain('signOut');
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  await desktop.clickTrayMenu('Show Earshot');
  await expect.poll(windowVisible).toBe(true);
});

test('a ring’s toast is shown, stays, and leaves with the ring', async ({ harness, desktop }) => {
  const { toast } = driving(harness.app);
  expect(await toast(ring)).toEqual({ kind: 'shown' });
  const shown = (): unknown => desktop.toasts().at(-1);
  await expect.poll(shown).toMatchObject({ title: ring.title, body: ring.body, urgency: 'critical', timeout: 0, open: true });
  expect(await desktop.toastsDisplayed()).toBe(1);
  expect(await toast(null)).toEqual({ kind: 'shown' });
  await expect.poll(shown).toMatchObject({ title: ring.title, open: false });
  await expect.poll(() => desktop.toastsDisplayed()).toBe(0);
});

test('what a rule tells is a toast that the system may take away by itself, and a ring takes its place', async ({ harness, desktop }) => {
  const { toast } = driving(harness.app);
  const told: ToastPlan = { ...ring, ringId: 'rules-1', title: 'Long rest', body: 'Li Wei (101)', lasting: false };
  expect(await toast(told)).toEqual({ kind: 'shown' });
  await expect.poll(() => desktop.toasts().at(-1)).toMatchObject({ title: 'Long rest', urgency: 'normal', open: true });
  expect(desktop.toasts().at(-1)?.timeout).not.toBe(0);
  expect(await toast({ ...ring, ringId: 'the ring after it' })).toEqual({ kind: 'shown' });
  await expect.poll(() => desktop.toasts().find(({ title }) => title === 'Long rest')?.open).toBe(false);
  expect(await desktop.toastsDisplayed()).toBe(1);
  await toast(null);
});

test('a toast that the system holds back is not called shown', async ({ harness, desktop }) => {
  const { toast, quiet } = driving(harness.app);
  await desktop.holdToasts(true);
  try {
    // A desktop that is too busy to answer in time is asked again, with another ring.
    await expect.poll(quiet).toBe('yes');
    await expect.poll(() => toast({ ...ring, ringId: randomUUID() })).toEqual({ kind: 'notShown', why: 'heldBack' });
    expect(await desktop.toastsDisplayed()).toBe(0);
    await toast(null);
  } finally {
    await desktop.holdToasts(false);
  }
  await expect.poll(quiet).toBe('no');
  expect(await toast({ ...ring, ringId: 'after it' })).toEqual({ kind: 'shown' });
  expect(await desktop.toastsDisplayed()).toBe(1);
  await toast(null);
});

test('one ring toasts once; the next one takes its place', async ({ harness, desktop }) => {
  const { toast } = driving(harness.app);
  const before = desktop.toasts().length;
  const open = (): string[] =>
    desktop
      .toasts()
      .slice(before)
      .filter((each) => each.open)
      .map(({ body }) => body);
  await toast(ring);
  await toast({ ...ring, body: 'The same ring in other words' });
  await expect.poll(open).toEqual([ring.body]);
  await toast({ ...ring, ringId: 'ring-2', title: 'Your phone is ringing', body: 'Another' });
  await expect.poll(open).toEqual(['Another']);
  expect(desktop.toasts()).toHaveLength(before + 2);
  await toast(null);
  await expect.poll(open).toEqual([]);
});

test('a click on the toast shows the window and takes the toast away; one put away by hand is no trouble', async ({ harness, desktop }) => {
  const { toast, windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  await toast(ring);
  await expect.poll(() => desktop.toasts().at(-1)).toMatchObject({ title: ring.title, open: true });
  await desktop.clickToast();
  await expect.poll(windowVisible).toBe(true);
  await expect.poll(() => desktop.toasts().at(-1)?.open).toBe(false);
  await toast({ ...ring, ringId: 'the next one' });
  await expect.poll(() => desktop.toasts().at(-1)?.open).toBe(true);
  await desktop.dismissToast();
  await expect.poll(() => desktop.toasts().at(-1)?.open).toBe(false);
  expect(await toast(null)).toEqual({ kind: 'shown' });
});

test('markup and control characters in a name are only characters', async ({ harness, desktop }) => {
  const { toast } = driving(harness.app);
  await toast({ ...ring, ringId: 'ring-3', title: '<b>Li</b>\u0007\u202e', body: `Pick up for <b>Li</b> & "Wei" ${'x'.repeat(10_000)}` });
  const last = (): { title: string; body: string } | undefined => desktop.toasts().at(-1);
  await expect.poll(() => last()?.title).toBe('<b>Li</b>');
  expect(last()?.body).toContain('Pick up for &lt;b&gt;Li&lt;/b&gt; &amp; &quot;Wei&quot; xxx');
  expect(last()?.body.length).toBeLessThan(400);
  await toast(null);
});

test('a ring that is over in the turn in which it began toasts nothing and raises nothing', async ({ harness, desktop }) => {
  const { toast, windowVisible } = driving(harness.app);
  await desktop.closeWindow('Earshot');
  await expect.poll(windowVisible).toBe(false);
  const before = desktop.toasts().length;
  const outcomes = await harness.app.evaluate(async (_electron, plan) => {
    const { ask } = globalThis.earshotHarness;
    return Promise.all([ask('toast', plan), ask('raise', true), ask('toast', null), ask('raise', false)]);
  }, ring);
  expect(outcomes).toMatchObject([{ kind: 'notShown' }, { kind: 'notShown' }, { kind: 'shown' }, { kind: 'shown' }]);
  expect(await windowVisible()).toBe(false);
  await toast({ ...ring, ringId: 'the next one', title: 'The next one' });
  await expect.poll(() => desktop.toasts().at(-1)?.title).toBe('The next one');
  // The notice that Earshot goes on in the tray aside, which may come in between.
  expect(
    desktop
      .toasts()
      .slice(before)
      .filter(({ title }) => title === ring.title),
  ).toEqual([]);
  await toast(null);
});

const demandsAttention = async (desktop: Desktop): Promise<boolean> =>
  (await desktop.window('Earshot'))?.state.includes('DEMANDS_ATTENTION') ?? false;

test('a ring that began while the window was in front still asks for attention when the window is left', async ({ harness, desktop }) => {
  const { attention } = driving(harness.app);
  const isFocused = (): Promise<boolean> => harness.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
  await expect.poll(isFocused).toBe(true);
  await attention(true);
  await desktop.minimizeWindow('Earshot');
  await expect.poll(() => demandsAttention(desktop)).toBe(true);
  await attention(false);
  await expect.poll(() => demandsAttention(desktop)).toBe(false);
});

test('a window manager that is busy while the window is left marks the taskbar’s button all the same', async ({ harness, desktop }) => {
  const { attention } = driving(harness.app);
  await attention(true);
  await desktop.whileWindowManagerStops(async () => {
    await desktop.minimizeWindow('Earshot');
    // As long as a busy machine may keep it waiting.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  });
  await expect.poll(() => demandsAttention(desktop)).toBe(true);
  await attention(false);
  await expect.poll(() => demandsAttention(desktop)).toBe(false);
});

test('the taskbar asks for attention until the ring ends, and a hidden window says that it cannot', async ({ harness, desktop }) => {
  const { attention } = driving(harness.app);
  const demands = (): Promise<boolean> => demandsAttention(desktop);
  await desktop.minimizeWindow('Earshot');
  expect(await attention(true)).toEqual({ kind: 'shown' });
  await expect.poll(demands).toBe(true);
  expect(await attention(false)).toEqual({ kind: 'shown' });
  await expect.poll(demands).toBe(false);
  await desktop.closeWindow('Earshot');
  // A minimised window is not visible either: gone from the taskbar is what matters.
  await expect.poll(() => desktop.window('Earshot')).toBeNull();
  expect(await attention(true)).toMatchObject({ kind: 'notShown' });
});
