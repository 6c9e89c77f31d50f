import type { CommandAnswer } from '../../../contract/commands.ts';
import type { AppState } from '../../../contract/state.ts';
import type { StatisticsRow } from '../../../contract/statistics.ts';

interface StatisticsFace {
  readonly name: string;
  readonly change: Partial<AppState>;
  readonly more: { readonly answer: CommandAnswer; readonly small?: boolean; readonly act: 'statistics' };
}

/** The faces of the statistics: some weeks, nothing heard, not readable. */
export function statisticsFaces(): readonly StatisticsFace[] {
  const rows = Array.from({ length: 13 }, (_, index): StatisticsRow => {
    const key = new Date(Date.UTC(2026, 7, 31 + index * 7)).toISOString().slice(0, 10);
    const listens = 12 + ((index * 7) % 11);
    return { key, name: '', listens, heard: listens * 310_000, agents: listens - 3, graded: listens - 2, grade: 71.5 + index };
  });
  const sums = { listens: 214, heard: 66_340_000, agents: 88, graded: 188, grade: 77.4, total: 13, rows };
  const none = { listens: 0, heard: 0, agents: 0, graded: 0, grade: null, total: 0, rows: [] };
  const full: CommandAnswer = { ok: true, statistics: sums };
  return [
    { name: 'statistics', change: {}, more: { answer: full, act: 'statistics', small: true } },
    { name: 'statistics-chinese', change: { language: 'zh-CN' }, more: { answer: full, act: 'statistics' } },
    { name: 'statistics-none', change: {}, more: { answer: { ok: true, statistics: none }, act: 'statistics' } },
    {
      name: 'statistics-unreadable',
      change: {},
      more: { answer: { ok: false, problem: { code: 'statistics-unreadable', meaning: 'statistics-unreadable' } }, act: 'statistics' },
    },
  ];
}
