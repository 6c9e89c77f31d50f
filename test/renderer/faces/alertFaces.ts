import { surfaceNames } from '../../../contract/alerts.ts';
import type { AlertTimes, AppState, ListenedAgent, MissedRing, SurfaceResult } from '../../../contract/state.ts';

interface AlertFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly act?: 'settingsAlerts';
}

/** What the window shows of alerts beside a plain ring. */
export function alertFaces(now: number, agent: ListenedAgent): readonly AlertFace[] {
  const results: SurfaceResult[] = surfaceNames.map((surface, index) => ({
    surface,
    shown:
      surface === 'toast'
        ? { kind: 'notShown', why: 'unconfirmed' }
        : surface === 'badge'
          ? { kind: 'notSupported' }
          : surface === 'sound'
            ? { kind: 'late' }
            : { kind: 'shown' },
    after: surface === 'sound' ? 1_000 : 12 + 7 * index,
  }));
  const times = (ago: number): AlertTimes => ({
    received: now - ago,
    planned: now - ago,
    ended: now - ago + 9_000,
    surfaces: results.map(({ surface, shown, after }) => ({
      surface,
      asked: now - ago + 1,
      shown: shown.kind === 'shown' ? now - ago + after : null,
      result: shown.kind,
    })),
  });
  const missed = (id: string, ago: number, whose: ListenedAgent | null, often = 1): MissedRing => ({
    id,
    at: now - ago,
    agent: whose,
    times: often,
  });
  const longNamed = { workNo: '20017', name: '欧阳娜娜·阿卜杜拉赫曼·买买提江'.repeat(3) };
  const begun = { agent, since: now - 4_000, phase: 'talking' } as const;
  return [
    {
      name: 'ring-followed',
      change: {
        phoneAlert: { kind: 'ringing', agent, since: now - 3_000 },
        listen: { kind: 'ringing', agent, since: now - 3_000, problem: null },
        follow: { kind: 'calling', ...begun },
      },
    },
    { name: 'follow-armed', change: { follow: { kind: 'armed', agent, since: now - 60_000 } } },
    { name: 'follow-asking', change: { follow: { kind: 'asking', ...begun } } },
    { name: 'follow-calling', change: { follow: { kind: 'calling', ...begun } } },
    { name: 'missed-one', change: { missedRings: [missed('a', 60_000, agent)] } },
    {
      name: 'missed-some',
      change: { missedRings: [missed('a', 60_000, agent, 3), missed('b', 700_000, null)], follow: { kind: 'armed', agent, since: now } },
    },
    { name: 'test-alert-banner', change: { testAlert: { kind: 'running', surface: 'page', since: now, results: [] } } },
    { name: 'settings-alerts', change: { alertTimes: [] }, act: 'settingsAlerts' },
    {
      name: 'settings-alerts-tested',
      change: {
        testAlert: { kind: 'done', at: now, results, whole: true, quiet: 'unknown' },
        alertTimes: Array.from({ length: 20 }, (_, index) => times(9_000 + 391_000 * index)),
      },
      act: 'settingsAlerts',
    },
    {
      name: 'ring-long-name',
      change: {
        phoneAlert: { kind: 'ringing', agent: longNamed, since: now - 3_000 },
        listen: { kind: 'ringing', agent: longNamed, since: now - 3_000, problem: null },
      },
    },
  ];
}
