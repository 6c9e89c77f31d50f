import { describe, expect, test } from 'vitest';
import type { AlertState } from './activeAlert.ts';
import { stage, type Answer } from '../../test/support/presenterStage.ts';
import { agent, ringing } from '../../test/support/alertStates.ts';

const ring: Partial<AlertState> = { phone: ringing, listen: { kind: 'ringing', agent, since: 5, problem: null } };
const atOnce = ['attention', 'page', 'toast', 'sound'];

describe('the alert presenter', () => {
  test('asks a surface only when its part of the plan changed', () => {
    const { show, asked } = stage();
    show({});
    expect(asked.map(({ name }) => name)).toEqual(['tray']);
    show({});
    expect(asked).toHaveLength(1);
    show(ring);
    expect(asked.slice(1).map(({ name }) => name)).toEqual(['tray', 'badge', 'attention', 'page', 'sound', 'toast']);
    show(ring);
    expect(asked).toHaveLength(7);
  });

  test('plans once for each report of a surface', async () => {
    const { show, pass, plans } = stage({ answers: { sound: { after: 600, shown: { kind: 'shown' } } } });
    show(ring);
    await pass(500);
    const before = plans();
    await pass(200);
    expect(plans()).toBe(before + 1);
  });

  test('takes all away at once when the ring ends', async () => {
    const { show, alerting, pass, clock, present } = stage({ settings: { alertWindow: 'always' } });
    show(ring);
    await pass(400);
    expect(alerting()).toEqual([...atOnce, 'window']);
    const before = clock.now();
    show({});
    expect(alerting()).toEqual([]);
    expect(present('badge')).toBeNull();
    expect(clock.now()).toBe(before);
  });

  test('asks the toast last, so that a notification daemon that lets one wait keeps no other surface back', async () => {
    const { show, pass, asked } = stage({ settings: { alertWindow: 'always' } });
    show(ring);
    await pass(0);
    const names = asked.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['sound', 'window', 'toast']));
    expect(names.at(-1)).toBe('toast');
  });

  test('silences the sound and hides the small window before all else when the ring ends', async () => {
    const { show, pass, asked } = stage({ settings: { alertWindow: 'always' } });
    show(ring);
    await pass(400);
    const before = asked.length;
    show({});
    expect(asked.slice(before).map(({ name }) => name)).toEqual(['sound', 'window', 'tray', 'badge', 'attention', 'page', 'toast']);
  });

  test('shows a toast anew that went with the program that showed it, and brings the small window for it', async () => {
    const { show, pass, alerting, asked, loseToast, log } = stage({ settings: { alertWindow: 'escalation' } });
    const toasts = (): number => asked.filter(({ name }) => name === 'toast').length;
    loseToast();
    show(ring);
    await pass(100);
    expect([toasts(), alerting()]).toEqual([1, atOnce]);
    loseToast();
    await pass(100);
    expect([toasts(), alerting()]).toEqual([2, [...atOnce, 'window']]);
    expect(log.join('\n')).toContain('daemonGone');
    show({});
    loseToast();
    expect(toasts()).toBe(3);
    expect(alerting()).toEqual([]);
  });

  test('does not call a surface shown that was taken away', async () => {
    const { show, pass, log } = stage();
    show(ring);
    await pass(0);
    const before = log.length;
    show({});
    await pass(0);
    const about = (surface: string): string =>
      log
        .slice(before)
        .filter((line) => line.includes(`"surface":"${surface}"`))
        .join();
    expect(about('sound')).toContain('"result":"gone"');
    expect(
      log
        .slice(before)
        .filter((line) => line.includes('"result":"shown"'))
        .join(),
    ).not.toMatch(/sound|toast|badge|attention|page/);
  });

  test('asks taskbar and banner anew for a ring that follows a question without a pause', async () => {
    const { show, pass, asked, presenter } = stage();
    show({ follow: { kind: 'calling', agent, since: 3, phase: 'talking' } });
    await pass(400);
    const before = asked.length;
    show({ ...ring, phone: { ...ringing, since: 400 }, follow: { kind: 'calling', agent, since: 3, phase: 'talking' } });
    await pass(0);
    expect(asked.slice(before).map(({ name }) => name)).toEqual(expect.arrayContaining(['attention', 'page']));
    expect(presenter.times()[0]?.surfaces.map(({ surface }) => surface)).toEqual(expect.arrayContaining(['attention', 'page', 'toast']));
  });

  test.each<[string, Answer]>([
    ['says that it did not show', { kind: 'notShown', why: 'unconfirmed' }],
    ['does not exist', { kind: 'notSupported' }],
    ['throws', 'throws'],
  ])('a toast that %s: the small window follows at once, and the log says so', async (_name, answer) => {
    const { show, alerting, pass, log } = stage({ answers: { toast: answer } });
    show(ring);
    await pass(0);
    expect(alerting()).toEqual([...atOnce, 'window']);
    expect(log.join()).toMatch(/"surface":"toast"/);
  });

  test('why a surface did not show is in the log by its code, with what the system said', async () => {
    const answer = { kind: 'notShown', why: 'failed', detail: 'TypeError' } as const;
    const { show, pass, log } = stage({ answers: { toast: answer } });
    show(ring);
    await pass(0);
    expect(log.join()).toContain('"surface":"toast","why":"failed","detail":"TypeError"');
  });

  test('a toast that says nothing is late after a second, and the small window follows', async () => {
    const { show, alerting, pass, log } = stage({ answers: { toast: 'never' } });
    show(ring);
    await pass(950);
    expect(alerting()).toEqual(atOnce);
    await pass(50);
    expect(alerting()).toEqual([...atOnce, 'window']);
    expect(log.join()).toContain('"why":"late"');
  });

  test('when the small window does not show either, the main window comes up', async () => {
    const { show, alerting, pass } = stage({ answers: { toast: 'never', window: 'never' } });
    show(ring);
    await pass(1_000);
    await pass(800);
    expect(alerting()).toEqual([...atOnce, 'window', 'raise']);
  });

  test('the small window follows when nobody reacts', async () => {
    const { show, alerting, pass } = stage();
    show(ring);
    await pass(5_950);
    expect(alerting()).not.toContain('window');
    await pass(50);
    expect(alerting()).toContain('window');
  });

  test('do not disturb brings the small window at once', async () => {
    const { show, alerting, pass } = stage({ quiet: 'yes' });
    show(ring);
    await pass(0);
    expect(alerting()).toContain('window');
  });

  test('a system that does not tell and did not show the last toast is taken for quiet at the next ring', async () => {
    const { show, alerting, pass } = stage({ answers: { toast: 'never' } });
    show(ring);
    await pass(1_000);
    show({});
    await pass(1_000);
    show({ ...ring, phone: { ...ringing, since: 3_000 } });
    expect(alerting()).toContain('window');
  });

  test('a sound that does not play on the chosen device is tried on the system’s own', async () => {
    const { show, pass, asked } = stage({
      settings: { alertDevice: 'Headset' },
      answers: { sound: { kind: 'notShown', why: 'deviceMissing' } },
    });
    show(ring);
    await pass(0);
    const devices = asked.flatMap(({ plan }) => (plan !== null && typeof plan === 'object' && 'device' in plan ? [plan.device] : []));
    expect(devices).toEqual(['Headset', '']);
  });
});

describe('a report that comes late', () => {
  test('of the sound takes it away from nobody: it goes on until the ring ends', async () => {
    const { show, alerting, pass } = stage({ answers: { sound: { after: 4_000, shown: { kind: 'shown' } } } });
    show(ring);
    await pass(1_000);
    expect(alerting()).toContain('window');
    await pass(4_000);
    expect(alerting()).toContain('sound');
    show({});
    expect(alerting()).not.toContain('sound');
  });

  test('does not bring the alert back after the ring has ended', async () => {
    const late = { after: 400, shown: { kind: 'shown' } } as const;
    const { show, alerting, asked, pass } = stage({ answers: { toast: late, window: late, sound: late } });
    show(ring);
    await pass(100);
    show({});
    const then = asked.length;
    await pass(5_000);
    expect(alerting()).toEqual([]);
    expect(asked).toHaveLength(then);
  });

  test('is not taken for news of the next ring', async () => {
    const { show, alerting, pass } = stage({ answers: { toast: { after: 800, shown: { kind: 'notShown', why: 'unconfirmed' } } } });
    show(ring);
    await pass(300);
    show({ ...ring, phone: { ...ringing, since: 300 } });
    await pass(700);
    expect(alerting()).not.toContain('window');
    await pass(100);
    expect(alerting()).toContain('window');
  });

  test('is written down with its time, and keeps the surface late', async () => {
    const { show, pass, presenter } = stage({ answers: { toast: { after: 1_500, shown: { kind: 'shown' } } } });
    show({ ...ring, phone: { ...ringing, since: 100 } });
    await pass(1_500);
    const toast = presenter.times()[0]?.surfaces.find(({ surface }) => surface === 'toast');
    expect(toast).toMatchObject({ result: 'late' });
    expect((toast?.shown ?? 0) - (toast?.asked ?? 0)).toBe(1_500);
  });
});

describe('surfaces in the page', () => {
  test('are asked in the state and report by their alert’s id', async () => {
    const { show, presenter, pass, alerting } = stage({ inPage: true });
    show(ring);
    const asked = presenter.pageAlert();
    expect(asked).toMatchObject({ page: true, toast: { title: 'Your phone is ringing' }, sound: null, badge: null });
    presenter.report(asked?.id ?? '', 'toast', { kind: 'shown' });
    presenter.report(asked?.id ?? '', 'page', { kind: 'shown' });
    await pass(2_000);
    expect(alerting()).not.toContain('window');
    show({});
    expect(presenter.pageAlert()).toBeNull();
  });

  test('a report of an earlier alert is nothing', async () => {
    const { show, presenter, pass, alerting } = stage({ inPage: true });
    show(ring);
    const earlier = presenter.pageAlert()?.id ?? '';
    show({});
    await pass(1_000);
    show({ ...ring, phone: { ...ringing, since: 9 } });
    presenter.report(earlier, 'toast', { kind: 'shown' });
    await pass(1_000);
    expect(alerting()).toContain('window');
  });

  test('a page that is not there is late', async () => {
    const { show, pass, alerting } = stage({ inPage: true });
    show(ring);
    await pass(1_000);
    expect(alerting()).toContain('window');
  });
});

describe('fifty rings in a second', () => {
  test('never more than one alert, few of them shown, and none left at the end', async () => {
    const { show, asked, pass, alerting, clock } = stage({ settings: { alertWindow: 'always' } });
    show({});
    for (let number = 0; number < 50; number += 1) {
      show({ ...ring, phone: { ...ringing, since: clock.now() } });
      await pass(10);
      show({});
      await pass(10);
    }
    const toasts = asked.filter(({ name, plan }) => name === 'toast' && plan !== null).length;
    expect(toasts).toBeGreaterThan(0);
    expect(toasts).toBeLessThanOrEqual(5);
    await pass(10_000);
    expect(alerting()).toEqual([]);
  });

  test('one that goes on is shown a quarter of a second later', async () => {
    const { show, pass, alerting } = stage();
    show(ring);
    show({});
    show({ ...ring, phone: { ...ringing, since: 6 } });
    expect(alerting()).toEqual([]);
    await pass(250);
    expect(alerting()).toEqual(atOnce);
  });
});

describe('the times of a ring', () => {
  test('are in the list and, when it is over, in the log, without names', async () => {
    const { show, pass, presenter, log, clock } = stage({ answers: { toast: { after: 100, shown: { kind: 'shown' } } } });
    const received = clock.now();
    show({ ...ring, phone: { ...ringing, since: received } });
    await pass(300);
    show({});
    const [times] = presenter.times();
    expect(times).toMatchObject({ received, planned: received, ended: received + 300 });
    expect(times?.surfaces).toContainEqual({ surface: 'toast', asked: received, shown: received + 100, result: 'shown' });
    expect(log.find((line) => line.includes('"event":"ring"'))).toContain('"toastShown":100');
    expect(log.join()).not.toContain('Li Wei');
  });

  test('only the last twenty are kept, newest first', async () => {
    const { show, pass, presenter, clock } = stage();
    for (let number = 0; number < 25; number += 1) {
      show({ ...ring, phone: { ...ringing, since: clock.now() } });
      await pass(300);
      show({});
    }
    expect(presenter.times()).toHaveLength(20);
    expect(presenter.times()[0]?.received).toBe(clock.now() - 300);
  });
});
