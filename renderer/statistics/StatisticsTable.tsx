import type { ReactElement } from 'react';
import type { Statistics, statisticsBy } from '../../contract/statistics.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { rowName } from './rowName.ts';

interface StatisticsTableProps {
  readonly statistics: Statistics;
  readonly by: (typeof statisticsBy)[number];
}

/** The same in numbers, in the order of the pictures. */
export function StatisticsTable({ statistics: { rows, total }, by }: StatisticsTableProps): ReactElement {
  const words = useWords();
  const { statistics } = words;
  return (
    <>
      <table className="work-table">
        <caption className="only-spoken">{statistics.table}</caption>
        <thead>
          <tr>
            <th scope="col">{statistics.byWhat[by]}</th>
            {[statistics.listens, statistics.minutes, statistics.agents, statistics.graded, statistics.grade].map((name) => (
              <th key={name} scope="col" className="work-table__number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <bdi className="clip">{rowName(row, by, words)}</bdi>
              </th>
              <td className="work-table__number">{words.number(row.listens)}</td>
              <td className="work-table__number">{words.number(Math.round(row.heard / 60_000))}</td>
              <td className="work-table__number">{words.number(row.agents)}</td>
              <td className="work-table__number">{words.number(row.graded)}</td>
              <td className="work-table__number">{row.grade === null ? statistics.none : statistics.percent(row.grade)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total ? <p className="dim">{statistics.leftOut(rows.length, total)}</p> : null}
    </>
  );
}
