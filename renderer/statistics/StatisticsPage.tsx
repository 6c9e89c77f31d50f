import { useState, type ReactElement } from 'react';
import { statisticsBy } from '../../contract/statistics.ts';
import { useClock } from '../clock/Ticking.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Choice } from '../ui/Choice.tsx';
import { WorkPage } from '../ui/WorkPage.tsx';
import { Calibration } from './Calibration.tsx';
import { StatisticsCharts } from './StatisticsCharts.tsx';
import { StatisticsTable } from './StatisticsTable.tsx';
import { useStatistics } from './useStatistics.ts';
import './statistics.css';

interface StatisticsPageProps {
  readonly onClose: () => void;
}

const spans = ['4', '13', '52'] as const;

/** From the Monday of so many weeks ago, this one among them, up to tomorrow, by this computer's calendar. */
function range(now: number, weeks: number): { readonly from: number; readonly to: number } {
  const date = new Date(now);
  const day = (days: number): number => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  return { from: day(-((date.getDay() + 6) % 7) - 7 * (weeks - 1)), to: day(1) };
}

/** What was heard and how it was graded, as pictures and as a table; two inspectors on one scorecard. Loaded when it is first opened. */
export function StatisticsPage({ onClose }: StatisticsPageProps): ReactElement {
  const words = useWords();
  const { statistics } = words;
  const [by, setBy] = useState<(typeof statisticsBy)[number]>('week');
  const [weeks, setWeeks] = useState<(typeof spans)[number]>('13');
  const clock = useClock();
  const [now] = useState(() => clock.dateOf(clock.now()));
  const { from, to } = range(now, Number(weeks));
  const read = useStatistics(by, from, to);
  return (
    <WorkPage
      title={statistics.title}
      back={statistics.back}
      onClose={onClose}
      acts={
        <span className="statistics__choices">
          <Choice
            label={statistics.span}
            value={weeks}
            options={spans.map((value) => ({ value, words: statistics.weeks(Number(value)) }))}
            locked={false}
            onChange={(chosen) => {
              setWeeks(chosen);
            }}
          />
          <Choice
            label={statistics.by}
            value={by}
            options={statisticsBy.map((value) => ({ value, words: statistics.byWhat[value] }))}
            locked={false}
            onChange={(chosen) => {
              setBy(chosen);
            }}
          />
        </span>
      }
    >
      <Sums read={read} by={by} />
      <Calibration />
    </WorkPage>
  );
}

function Sums({ read, by }: { readonly read: ReturnType<typeof useStatistics>; readonly by: (typeof statisticsBy)[number] }): ReactElement {
  const words = useWords();
  const { statistics } = words;
  switch (read.kind) {
    case 'loading':
      return (
        <p className="work-page__face dim" role="status">
          {statistics.reading}
        </p>
      );
    case 'unreadable':
      return (
        <p className="work-page__face" role="alert">
          {statistics.unreadable}
        </p>
      );
    case 'read': {
      const { statistics: sums } = read;
      if (sums.listens === 0) {
        return (
          <div className="work-page__face">
            <p>{statistics.empty}</p>
            <p className="dim">{statistics.emptyHint}</p>
          </div>
        );
      }
      return (
        <>
          <ul className="statistics__sums" aria-label={statistics.sums}>
            <li>
              <strong>{words.number(sums.listens)}</strong> {statistics.listens}
            </li>
            <li>
              <strong>{words.number(Math.round(sums.heard / 60_000))}</strong> {statistics.minutes}
            </li>
            <li>
              <strong>{words.number(sums.agents)}</strong> {statistics.agents}
            </li>
            <li>
              <strong>{sums.grade === null ? statistics.none : statistics.percent(sums.grade)}</strong> {statistics.average(sums.graded)}
            </li>
          </ul>
          <StatisticsCharts rows={sums.rows} by={by} />
          <StatisticsTable statistics={sums} by={by} />
        </>
      );
    }
  }
}
