import { ChartColumn, Keyboard, ListChecks, LogOut, NotebookPen, Settings } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import type { Listen, Session } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { listenIsActive } from '../model/listenPhase.ts';
import { Button } from '../ui/Button.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { useRestoredFocus } from '../ui/useRestoredFocus.ts';
import { ConnectionMark } from './ConnectionMark.tsx';
import { offersGoIdle } from './ownIdle.ts';
import { SearchBox } from './SearchBox.tsx';
import type { PageName } from './usePages.ts';
import './top-bar.css';

interface TopBarProps {
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  readonly listen: Listen;
  readonly reachable: boolean;
  readonly query: string;
  /** Whether the key for the search is heard. */
  readonly singleKeys: boolean;
  readonly onQuery: (query: string) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onSearchDown: () => void;
  readonly onKeys: () => void;
  readonly page: PageName;
  /** Opens a page, or closes it where it is open. */
  readonly onToggle: (page: PageName) => void;
}

/** The top bar: contact, own state, search, and the way out. */
export function TopBar(props: TopBarProps): ReactElement {
  const { session, listen, reachable, query, singleKeys, onQuery, searchRef, onSearchDown, onKeys, page, onToggle } = props;
  const words = useWords();
  const actions = useActions();
  const kept = useRestoredFocus<HTMLDivElement>();
  const { agentId, gateway, connection, ownState } = session;
  return (
    <header className="top">
      <h1 className="only-spoken">{words.product}</h1>
      <ConnectionMark connection={connection} reachable={reachable} onTryNow={actions.tryNow} />
      <div className="top__own" {...kept}>
        <span className="dim">{words.shell.ownState}</span>
        <StateMark state={ownState} />
        {offersGoIdle(ownState) && !listenIsActive(listen) ? (
          <Button look="primary" onClick={actions.goIdle}>
            {words.shell.goIdle}
          </Button>
        ) : null}
      </div>
      <SearchBox query={query} singleKeys={singleKeys} onQuery={onQuery} inputRef={searchRef} onDown={onSearchDown} />
      <span className="top__who dim clip" title={fillPhrase(words.shell.signedInAt, { agentId, gateway })}>
        {fillPhrase(words.shell.signedInAs, { agentId })}
      </span>
      <Button
        look="quiet"
        size="icon"
        aria-label={words.worklist.title}
        title={words.worklist.open}
        aria-expanded={page === 'worklist'}
        onClick={() => {
          onToggle('worklist');
        }}
      >
        <ListChecks aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={words.statistics.title}
        title={words.statistics.title}
        aria-expanded={page === 'statistics'}
        onClick={() => {
          onToggle('statistics');
        }}
      >
        <ChartColumn aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={words.notes.title}
        title={words.notes.open}
        aria-expanded={page === 'notes'}
        onClick={() => {
          onToggle('notes');
        }}
      >
        <NotebookPen aria-hidden="true" />
      </Button>
      <Button look="quiet" size="icon" aria-label={words.keys.title} title={words.keys.open} onClick={onKeys}>
        <Keyboard aria-hidden="true" />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={words.settings.open}
        title={words.settings.open}
        aria-expanded={page === 'settings'}
        onClick={() => {
          onToggle('settings');
        }}
      >
        <Settings aria-hidden="true" />
      </Button>
      <Button look="quiet" onClick={actions.signOut}>
        <LogOut aria-hidden="true" />
        {words.shell.signOut}
      </Button>
    </header>
  );
}
