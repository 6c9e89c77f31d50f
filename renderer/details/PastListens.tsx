import type { ReactElement } from 'react';
import type { PastListen } from '../../contract/roster.ts';
import { durationText } from '../i18n/duration.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** The inspector's own listens to an agent in this session, newest first. */
export function PastListens({ listens }: { readonly listens: readonly PastListen[] }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  if (listens.length === 0) return <p className="dim">{words.details.noListens}</p>;
  return (
    <ol className="past-listens">
      {listens.map(({ askedAt, outcome, heardFor }) => (
        <li key={askedAt}>
          <span className="dim">{timeOfDay(askedAt)}</span>
          <span>{words.details.outcome[outcome]}</span>
          <span>{heardFor === null ? '' : fillPhrase(words.details.heard, { duration: durationText(heardFor) })}</span>
        </li>
      ))}
    </ol>
  );
}
