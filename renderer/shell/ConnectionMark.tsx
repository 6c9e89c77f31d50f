import { CircleCheck, Clock, RefreshCw, Unplug, type LucideIcon } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Connection } from '../../contract/state.ts';
import { NextTry } from '../clock/NextTry.tsx';
import { Ticking } from '../clock/Ticking.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { ageText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useRestoredFocus } from '../ui/useRestoredFocus.ts';

const icons: Readonly<Record<Connection['kind'], LucideIcon>> = {
  live: CircleCheck,
  stale: Clock,
  reconnecting: RefreshCw,
  offline: Unplug,
};

interface ConnectionMarkProps {
  readonly connection: Connection;
  readonly reachable: boolean;
  readonly onTryNow: () => void;
}

/** How fresh the contact with the gateway is, and what is being done about it; without Earshot behind the page there is none. */
export function ConnectionMark({ connection, reachable, onTryNow }: ConnectionMarkProps): ReactElement {
  const words = useWords();
  const kept = useRestoredFocus<HTMLDivElement>();
  const kind = reachable ? connection.kind : 'offline';
  const Icon = icons[kind];
  return (
    <div className={`connection connection--${kind}`} {...kept}>
      <Icon aria-hidden="true" />
      <span className="strong" data-testid="connection">
        {words.connection[kind]}
      </span>
      {kind === 'stale' || kind === 'offline' ? <LastContact at={connection.lastContact} /> : null}
      {reachable && (connection.kind === 'reconnecting' || connection.kind === 'offline') ? (
        <NextTry at={connection.nextAttempt} className="connection__age connection__next" />
      ) : null}
      {reachable && kind !== 'live' ? <Button onClick={onTryNow}>{words.tryNow}</Button> : null}
    </div>
  );
}

function LastContact({ at }: { readonly at: number }): ReactElement {
  const words = useWords();
  const age = useCallback((now: number) => fillPhrase(words.lastContact, { age: ageText(now - at, words) }), [at, words]);
  return <Ticking text={age} className="connection__age" />;
}
