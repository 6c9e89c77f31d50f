import { CircleCheck, Clock, Unplug, type LucideIcon } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Connection } from '../../contract/state.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { ageText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';

const icons: Readonly<Record<Connection['kind'], LucideIcon>> = { live: CircleCheck, stale: Clock, offline: Unplug };

interface ConnectionMarkProps {
  readonly connection: Connection;
  readonly reachable: boolean;
}

/** How fresh the contact with the gateway is; without Earshot behind the page there is none. */
export function ConnectionMark({ connection, reachable }: ConnectionMarkProps): ReactElement {
  const words = useWords();
  const kind = reachable ? connection.kind : 'offline';
  const Icon = icons[kind];
  const { lastContact } = connection;
  const age = useCallback((now: number) => fillPhrase(words.lastContact, { age: ageText(now - lastContact, words) }), [lastContact, words]);
  return (
    <div className={`connection connection--${kind}`}>
      <Icon aria-hidden="true" />
      <span className="strong" data-testid="connection">
        {words.connection[kind]}
      </span>
      {kind === 'live' ? null : <Ticking text={age} className="connection__age" />}
    </div>
  );
}
