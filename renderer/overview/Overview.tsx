import { type ReactElement } from 'react';
import type { Queues } from '../../contract/queues.ts';
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useWords } from '../i18n/WordsContext.tsx';
import { barLabel } from './barLabel.ts';
import { CountTables } from './CountTables.tsx';
import { QueueTable } from './QueueTable.tsx';
import { useQueuesInView } from './useQueuesInView.ts';
import { useCentreCounts } from './useCentreCounts.ts';
import './overview.css';

const GROUPS = 8;
const LABEL_PX = 130;

interface Slice {
  readonly name: string;
  readonly count: number;
  /** Recharts takes a bar's colour from here. */
  readonly fill: string;
}

interface OverviewProps {
  readonly longTalk: number;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
  readonly queues: Queues;
}

/** The centre at a glance: how many agents are in each state, in calls in each group, and how many callers wait. Loaded when it is first shown. */
export function Overview({ longTalk, knownUntil, queues }: OverviewProps): ReactElement {
  const words = useWords();
  const counts = useCentreCounts(longTalk, knownUntil);
  useQueuesInView();
  const hasQueues = queues.kind === 'ready' || queues.kind === 'loading';
  const states = counts.states.map(({ state, count }) => ({ name: words.states[state], count, fill: `var(--state-${state})` }));
  const groups = counts.groups
    .slice(0, GROUPS)
    .map(({ group, inCall }) => ({ name: group === '' ? words.roster.noGroup : group, count: inCall, fill: 'var(--state-talking)' }));
  return (
    <section className={hasQueues ? 'overview overview--queues' : 'overview'} aria-label={words.overview.title}>
      <Chart title={words.overview.byState} remark="" slices={states} />
      <Chart
        title={words.overview.inCallsByGroup}
        remark={groups.length < counts.groups.length ? words.overview.largest(groups.length, counts.groups.length) : ''}
        slices={groups}
      />
      {hasQueues ? (
        <div className="overview__queues" tabIndex={0} role="group" aria-label={words.overview.queues}>
          <QueueTable queues={queues} most={20} />
        </div>
      ) : null}
      <CountTables counts={counts} />
    </section>
  );
}

interface ChartProps {
  readonly title: string;
  /** What it leaves out; empty: nothing. */
  readonly remark: string;
  readonly slices: readonly Slice[];
}

function Chart({ title, remark, slices }: ChartProps): ReactElement {
  const words = useWords();
  return (
    <figure className="overview__chart">
      <figcaption>
        {title}
        {remark === '' ? null : <span className="overview__remark">{remark}</span>}
      </figcaption>
      <ResponsiveContainer width="100%" height={180}>
        <BarChart accessibilityLayer title={title} data={[...slices]} layout="vertical" margin={{ top: 0, right: 48, bottom: 0, left: 0 }}>
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="name" width={LABEL_PX} tickFormatter={barLabel} tickLine={false} axisLine={false} interval={0} />
          <Tooltip isAnimationActive={false} cursor={false} formatter={(value) => words.number(Number(value))} />
          <Bar dataKey="count" name={words.overview.agents} isAnimationActive={false} barSize={12}>
            <LabelList dataKey="count" position="right" formatter={(value) => words.number(Number(value))} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
