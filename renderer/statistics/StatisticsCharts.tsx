import type { ReactElement } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { StatisticsRow, statisticsBy } from '../../contract/statistics.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { barLabel } from '../overview/barLabel.ts';
import { rowName } from './rowName.ts';

interface StatisticsChartsProps {
  readonly rows: readonly StatisticsRow[];
  readonly by: (typeof statisticsBy)[number];
}

/** As many bars as can be told apart. */
const mostBars = { agent: 20, group: 20, week: 60 } as const;

/** Listens, and the average grade, a bar each; the table beside them has the numbers. */
export function StatisticsCharts({ rows, by }: StatisticsChartsProps): ReactElement {
  const words = useWords();
  const { statistics } = words;
  const shown = (by === 'week' ? rows.slice(-mostBars.week) : rows.slice(0, mostBars[by])).map((row) => ({
    name: rowName(row, by, words),
    listens: row.listens,
    grade: row.grade,
  }));
  return (
    <div className="statistics__charts">
      <Chart title={statistics.listensBy[by]} data={shown} value="listens" fill="var(--accent-fill)" text={words.number} />
      <Chart
        title={statistics.gradeBy[by]}
        data={shown.filter(({ grade }) => grade !== null)}
        value="grade"
        fill="var(--state-talking)"
        text={statistics.percent}
      />
    </div>
  );
}

interface ChartProps {
  readonly title: string;
  readonly data: readonly { readonly name: string; readonly listens: number; readonly grade: number | null }[];
  readonly value: 'listens' | 'grade';
  readonly fill: string;
  readonly text: (value: number) => string;
}

function Chart({ title, data, value, fill, text }: ChartProps): ReactElement {
  const { statistics } = useWords();
  return (
    <figure className="statistics__chart">
      <figcaption>{title}</figcaption>
      {data.length === 0 ? (
        <p className="dim">{statistics.noGrades}</p>
      ) : (
        <ResponsiveContainer width="100%" height={240}>
          <BarChart accessibilityLayer title={title} data={[...data]} margin={{ top: 20, right: 8, bottom: 0, left: 8 }}>
            <XAxis dataKey="name" tickFormatter={barLabel} tickLine={false} axisLine={false} minTickGap={8} />
            <YAxis hide domain={value === 'grade' ? [0, 100] : [0, 'auto']} />
            <Tooltip isAnimationActive={false} cursor={false} formatter={(each) => text(Number(each))} />
            <Bar dataKey={value} name={title} fill={fill} isAnimationActive={false} maxBarSize={40}>
              {data.length > 20 ? null : <LabelList dataKey={value} position="top" formatter={(each) => text(Number(each))} />}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      )}
    </figure>
  );
}
