import { describe, expect, test } from 'vitest';
import { surfaceNames } from '../../contract/alerts.ts';
import type { SurfaceResult } from '../../contract/state.ts';
import type { ActiveAlert } from './activeAlert.ts';
import { createTestAlert, type TestAlertService } from './testAlert.ts';
import { reportOf } from './testAlertRun.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';
import { agent } from '../../test/support/alertStates.ts';

function service(hasSound = true): { readonly test: TestAlertService; readonly clock: HandClock } {
  const clock = createHandClock(mondayAtEight);
  return {
    clock,
    test: createTestAlert({ clock, log: silentLog, stays: 1_200, hasSound: () => hasSound, quiet: () => 'no', onChange: () => undefined }),
  };
}

/** The surface under test shows. */
function show(test: TestAlertService): void {
  const testing = test.testing();
  if (testing !== null) test.onAttempt({ kind: 'test', ...testing }, testing.surface, { kind: 'shown' }, 20);
}

describe('the test alert', () => {
  test('goes through every surface, one at a time, and tells what came of each', () => {
    const { test, clock } = service();
    test.start(null);
    const tested: string[] = [];
    for (let testing = test.testing(); testing !== null; testing = test.testing()) {
      tested.push(testing.surface);
      show(test);
      clock.jump(1_200);
    }
    expect(tested).toEqual(surfaceNames);
    expect(test.shown()).toMatchObject({
      kind: 'done',
      whole: true,
      quiet: 'no',
      results: surfaceNames.map((surface) => ({ surface, after: 20 })),
    });
  });

  test('plays no sound that is switched off', () => {
    const { test, clock } = service(false);
    test.start(null);
    while (test.testing() !== null) {
      show(test);
      clock.jump(1_200);
    }
    const done = test.shown();
    expect(done.kind === 'done' && done.results.map(({ surface }) => surface)).not.toContain('sound');
  });

  test('is cut short by a real ring, and refused while there is one', () => {
    const ring: ActiveAlert = { kind: 'ring', agent, since: 1, followed: false };
    const { test } = service();
    expect(test.start(ring)).toMatchObject({ ok: false, problem: { code: 'alert-under-way' } });
    test.start(null);
    test.watch(ring);
    expect(test.shown()).toMatchObject({ kind: 'done', whole: false });
    expect(test.testing()).toBeNull();
  });

  test('ends even when no surface says anything', () => {
    const { test, clock } = service();
    test.start(null);
    clock.jump(60_000);
    expect(test.shown()).toMatchObject({ kind: 'done', whole: true });
  });
});

describe('the test alert’s exit status', () => {
  const result = (surface: SurfaceResult['surface'], shown: SurfaceResult['shown']): SurfaceResult => ({ surface, shown, after: 12 });
  const report = (...results: SurfaceResult[]): ReturnType<typeof reportOf> =>
    reportOf({ kind: 'done', at: 0, results, whole: true, quiet: 'unknown' }, en);

  test('0: all that there is was shown', () => {
    expect(report(result('toast', { kind: 'shown' }), result('badge', { kind: 'notSupported' }))).toEqual({
      status: 0,
      lines: ['notification: shown after 12 ms', 'badge: not on this computer', 'do not disturb: not known'],
    });
  });

  test('1: some were not', () => {
    const { status, lines } = report(result('tray', { kind: 'shown' }), result('toast', { kind: 'notShown', why: 'unconfirmed' }));
    expect(status).toBe(1);
    expect(lines).toContain('notification: not shown (the system did not say that it was shown)');
  });

  test('the report speaks the language of Earshot', () => {
    const results = [
      result('toast', { kind: 'notShown', why: 'heldBack' }),
      result('sound', { kind: 'notShown', why: 'failed', detail: 'NotSupportedError' }),
    ];
    expect(reportOf({ kind: 'done', at: 0, results, whole: false, quiet: 'yes' }, zhCN).lines).toEqual([
      '系统通知：未显示（系统正在拦截通知）',
      '声音：未显示（出错：NotSupportedError）',
      '勿扰模式：已开启',
      '测试被真实的提醒中断。',
    ]);
  });

  test('2: none was', () => {
    expect(report(result('toast', { kind: 'late' })).status).toBe(2);
  });
});
