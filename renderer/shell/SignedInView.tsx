import { Activity, useState, type ReactElement, type ReactNode } from 'react';
import type { AppState, Session } from '../../contract/state.ts';
import { RingBanner } from '../alerts/RingBanner.tsx';
import { useActProblem, useActions } from '../bridge/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { ListenBar } from '../listen/ListenBar.tsx';
import { AgentsView } from '../roster/AgentsView.tsx';
import { generalBlock } from '../roster/listenBlock.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { Lines } from './Lines.tsx';
import { TopBar } from './TopBar.tsx';
import { useWatchRoster } from './useWatchRoster.ts';
import './window.css';

interface SignedInViewProps {
  readonly state: AppState;
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  /** When Earshot itself was lost; null while it can be reached. */
  readonly lostAt: number | null;
}

/** The window of a session: top bar, filter strip, grid, listen bar. */
export function SignedInView({ state, session, lostAt }: SignedInViewProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const actProblem = useActProblem();
  const [query, setQuery] = useState('');
  const [settingsOpen, setSettingsOpen] = useState(false);
  const reachable = lostAt === null;
  const { listen, phoneAlert, notices } = state;
  // The listen bar says why a listen was refused; once is enough.
  const saidByBar = listen.kind === 'ended' && listen.problem?.code === actProblem?.code;
  return (
    <div className="window">
      <TopBar
        session={session}
        listen={listen}
        reachable={reachable}
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setSettingsOpen(false);
        }}
        settingsOpen={settingsOpen}
        onSettings={() => {
          setSettingsOpen((open) => !open);
        }}
      />
      <section aria-label={words.shell.notices}>
        <Lines
          notices={notices}
          onDismissNotice={actions.dismissNotice}
          problem={saidByBar ? null : actProblem}
          onDismissProblem={actions.dismissProblem}
        />
        <div className="window__ring">{phoneAlert.kind === 'ringing' && reachable ? <RingBanner alert={phoneAlert} /> : null}</div>
      </section>
      <main className="window__agents">
        {settingsOpen ? (
          <SettingsPage
            state={state}
            problem={null}
            onClose={() => {
              setSettingsOpen(false);
            }}
          />
        ) : null}
        {/* Kept as it was left; while it is hidden nothing is fetched for it. */}
        <Activity mode={settingsOpen ? 'hidden' : 'visible'}>
          <WatchedRoster>
            <AgentsView
              state={state}
              connection={session.connection}
              lostAt={lostAt}
              query={query}
              onClearQuery={() => {
                setQuery('');
              }}
            />
          </WatchedRoster>
        </Activity>
      </main>
      <ListenBar listen={listen} block={generalBlock(state, reachable)} current={reachable && session.connection.kind === 'live'} />
    </div>
  );
}

function WatchedRoster({ children }: { readonly children: ReactNode }): ReactNode {
  useWatchRoster();
  return children;
}
