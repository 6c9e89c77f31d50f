import { Suspense, type ReactElement } from 'react';
import type { AppState, Session } from '../../contract/state.ts';
import type { Staleness } from '../roster/staleness.ts';
import { laterPart } from '../ui/laterPart.tsx';
import { Wallboard } from '../wallboard/Wallboard.tsx';
import type { Pages } from './usePages.ts';
import { WatchedRoster } from './WatchedRoster.tsx';

const SettingsPage = laterPart(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);
const WorklistPage = laterPart(async () => (await import('../worklist/WorklistPage.tsx')).WorklistPage);
const StatisticsPage = laterPart(async () => (await import('../statistics/StatisticsPage.tsx')).StatisticsPage);
const NotesPage = laterPart(async () => (await import('../notes/NotesPage.tsx')).NotesPage);

const MINUTE_MS = 60_000;

interface OpenPageProps {
  readonly pages: Pages;
  readonly state: AppState;
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  readonly reachable: boolean;
  readonly staleness: Staleness | null;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
}

/** The page that is open over the agents, if one is. */
export function OpenPage({ pages, state, session, reachable, staleness, knownUntil }: OpenPageProps): ReactElement | null {
  const onClose = (): void => {
    pages.open('agents');
  };
  switch (pages.page) {
    case 'agents':
      return null;
    case 'settings':
      return (
        <Suspense fallback={null}>
          <SettingsPage
            key={pages.led}
            state={state}
            problem={null}
            {...(pages.section === undefined ? {} : { section: pages.section })}
            onClose={onClose}
          />
        </Suspense>
      );
    case 'worklist':
      return (
        <WatchedRoster key="worklist">
          <Suspense fallback={null}>
            <WorklistPage
              state={state}
              reachable={reachable}
              onPlan={() => {
                pages.openSettingsAt('worklist');
              }}
              onClose={onClose}
            />
          </Suspense>
        </WatchedRoster>
      );
    case 'statistics':
      return (
        <Suspense fallback={null}>
          <StatisticsPage onClose={onClose} />
        </Suspense>
      );
    case 'notes':
      return (
        <Suspense fallback={null}>
          <NotesPage state={state} onClose={onClose} />
        </Suspense>
      );
    case 'wallboard':
      return (
        <WatchedRoster key="wallboard">
          <Wallboard
            longTalk={state.settings.values.longTalkMinutes * MINUTE_MS}
            roster={state.roster}
            connection={session.connection}
            staleness={staleness}
            knownUntil={knownUntil}
            queues={state.queues}
            listen={state.listen}
            inspection={state.inspection}
            onClose={onClose}
          />
        </WatchedRoster>
      );
  }
}
