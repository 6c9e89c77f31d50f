import type { ReactElement } from 'react';
import type { Queues } from '../../contract/queues.ts';
import { durationText } from '../i18n/duration.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { problemText } from '../i18n/problemText.ts';
import { useRuleMarks } from '../model/ruleMarks.ts';
import { RuleDot } from '../ui/RuleDot.tsx';
import { useWords } from '../i18n/WordsContext.tsx';

interface QueueTableProps {
  readonly queues: Queues;
  /** So many at most. */
  readonly most: number;
  readonly className?: string;
}

/** The skills' queues, most callers first; nothing where the gateway does not tell of them, which a notice says once. */
export function QueueTable({ queues, most, className = '' }: QueueTableProps): ReactElement | null {
  const words = useWords();
  const { overview } = words;
  const marks = useRuleMarks();
  switch (queues.kind) {
    case 'off':
    case 'notHere':
      return null;
    case 'loading':
      return (
        <p className="dim" role="status">
          {overview.queuesLoading}
        </p>
      );
    case 'ready': {
      if (queues.all === 0) return <p className="dim">{overview.noQueues}</p>;
      const shown = queues.queues.slice(0, most);
      const number = (value: number | null): string => (value === null ? '–' : words.number(value));
      return (
        <>
          <table className={className}>
            <caption>
              {overview.queues}
              {shown.length < queues.all ? ` (${overview.someQueues(shown.length, queues.all)})` : ''}
            </caption>
            <thead>
              <tr>
                <th scope="col">{overview.queue}</th>
                <th scope="col">{overview.waiting}</th>
                <th scope="col">{overview.longestWait}</th>
                <th scope="col">{overview.signedIn}</th>
                <th scope="col">{overview.available}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, name, waiting, longestWait, signedIn, available }) => (
                <tr key={id}>
                  <th scope="row">
                    <RuleDot mark={marks.queues.get(id)} />
                    <bdi className="clip">{name}</bdi>
                  </th>
                  <td>{number(waiting)}</td>
                  <td>{waiting === 0 || longestWait === null ? '–' : durationText(longestWait)}</td>
                  <td>{number(signedIn)}</td>
                  <td>{number(available)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {queues.problem === null ? null : (
            <p className="dim" role="status">
              {fillPhrase(overview.queuesOld, { why: problemText(queues.problem, words).sentence })}
            </p>
          )}
        </>
      );
    }
  }
}
