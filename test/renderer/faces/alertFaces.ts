import { surfaceNames } from '../../../contract/alerts.ts';
import type { Standing } from '../../../contract/standing.ts';
import type { AlertTimes, AppState, ListenedAgent, MissedRing, SurfaceResult } from '../../../contract/state.ts';

interface AlertFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly act?: 'settingsAlerts' | 'standing' | 'standingChange' | 'standingEmpty' | 'details';
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
  const standing: Standing = {
    plan: {
      targets: [
        { kind: 'agent', agent },
        { kind: 'agent', agent: longNamed },
        { kind: 'group', group: 'VIP 服务' },
        { kind: 'group', group: 'Orders' },
      ],
      time: { kind: 'hours', hours: 4 },
      listens: 10,
    },
    until: now + 7_200_000,
    listens: 3,
    here: 27,
    waits: 'call',
  };
  const night: Standing = {
    ...standing,
    plan: { targets: [{ kind: 'group', group: 'Orders' }], time: { kind: 'window', from: 22 * 60, to: 6 * 60 }, listens: null },
    until: null,
    listens: 0,
    waits: 'window',
  };
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
    { name: 'standing', change: { follow: { kind: 'standing', standing } } },
    { name: 'standing-window', change: { follow: { kind: 'standing', standing: night } } },
    { name: 'standing-not-picked-up', change: { follow: { kind: 'standing', standing: { ...standing, waits: 'notPickedUp' } } } },
    { name: 'standing-asking', change: { follow: { kind: 'asking', ...begun, standing } } },
    {
      name: 'standing-listening',
      change: {
        listen: { kind: 'listening', agent, since: now - 63_000, problem: null },
        follow: { kind: 'standing', standing: { ...standing, waits: 'listen' } },
      },
    },
    { name: 'standing-over', change: { notices: [{ id: 'standing-ended', kind: 'standingEnded', why: 'windowOver', listens: 3 }] } },
    { name: 'standing-zh', change: { language: 'zh-CN', follow: { kind: 'standing', standing } } },
    { name: 'standing-dialog', change: {}, act: 'standing' },
    { name: 'standing-dialog-zh', change: { language: 'zh-CN' }, act: 'standing' },
    { name: 'standing-dialog-empty', change: {}, act: 'standingEmpty' },
    { name: 'standing-dialog-change', change: { follow: { kind: 'standing', standing: night } }, act: 'standingChange' },
    { name: 'standing-details', change: { follow: { kind: 'standing', standing } }, act: 'details' },
    { name: 'follow-details', change: {}, act: 'details' },
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
