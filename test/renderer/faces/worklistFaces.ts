import type { CommandAnswer } from '../../../contract/commands.ts';
import type { AppState } from '../../../contract/state.ts';
import type { Worklist, WorkRow } from '../../../contract/worklist.ts';

interface WorklistFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly more: { readonly answer?: CommandAnswer; readonly small?: boolean; readonly act: 'worklist' | 'settingsWorklist' };
}

/** The faces of the worklist: in the middle of a week, all done, nobody yet, no plan, not readable. */
export function worklistFaces(working: AppState): readonly WorklistFace[] {
  const { settings } = working;
  const from = new Date(2026, 10, 23).getTime();
  const to = new Date(2026, 10, 30).getTime();
  const row = (index: number, more: Partial<WorkRow> = {}): WorkRow => ({
    agent: { workNo: String(20_001 + index), name: `Li Wei ${String(index)}` },
    group: index % 2 === 0 ? 'Sales north' : '信用卡服务',
    done: 0,
    tooShort: 0,
    heard: 0,
    last: null,
    here: true,
    isNew: false,
    behind: true,
    ...more,
  });
  const rows = [
    row(0, { isNew: true }),
    row(2, { agent: { workNo: '20003', name: 'x'.repeat(200) }, tooShort: 2, heard: 61_000, last: from + 9_000_000 }),
    row(7),
    row(40_000, { here: false, agent: { workNo: '60001', name: '' } }),
    row(4, { done: 1, heard: 400_000, last: from + 40_000_000, behind: false }),
    row(5, { done: 2, heard: 4_000_000, last: from + 90_000_000, behind: false }),
  ];
  const left = [
    { agent: { workNo: '20077', name: '王秀英' }, group: 'Claims', lastSeen: '2026-11-03' },
    { agent: { workNo: '20078', name: '' }, group: '', lastSeen: '2026-10-30' },
  ];
  const answer: CommandAnswer = { ok: true, work: { total: 214, rows, left } };
  const ready: Worklist = {
    kind: 'ready',
    revision: 1,
    period: { from, to },
    agents: 214,
    agentsDone: 31,
    done: 97,
    needed: 428,
    dueByNow: 214,
    isNew: 3,
    left: 2,
  };
  const planned = { settings: { ...settings, values: { ...settings.values, planListens: 2 } } };
  const face = (name: string, worklist: Worklist, change: Partial<AppState> = {}): WorklistFace => ({
    name,
    change: { ...planned, worklist, ...change },
    more: { answer, act: 'worklist' },
  });
  const middle = face('worklist', ready);
  return [
    { ...middle, more: { ...middle.more, small: true } },
    face('worklist-chinese', ready, { language: 'zh-CN' }),
    face('worklist-all-done', { ...ready, agentsDone: 214, done: 428 }),
    face('worklist-nobody', { ...ready, agents: 0, agentsDone: 0, done: 0, needed: 0, dueByNow: 0, isNew: 0, left: 0 }),
    face('worklist-no-plan', { kind: 'noPlan' }, { settings }),
    face('worklist-reading', { kind: 'reading' }),
    face('worklist-unreadable', { kind: 'unreadable' }),
    { name: 'worklist-settings', change: planned, more: { act: 'settingsWorklist' } },
  ];
}
