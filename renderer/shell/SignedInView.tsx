import { Activity, Suspense, useCallback, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Mode } from '../../contract/inspection.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import { standingOf, type AppState, type Session } from '../../contract/state.ts';
import { AlertBanner } from '../alerts/AlertBanner.tsx';
import { withTargets } from '../alerts/standing/draft.ts';
import { FollowLine } from '../alerts/follow/FollowLine.tsx';
import { MissedRings } from '../alerts/missed/MissedRings.tsx';
import { useActProblem, useActions, useRosterStore, useRosterView } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { useStopByEscape } from '../keys/useStopByEscape.ts';
import { useWindowKeys } from '../keys/useWindowKeys.ts';
import { LinkQuestion } from '../links/LinkQuestion.tsx';
import { useLinkedAgent } from '../links/useLinkedAgent.ts';
import { ListenBar } from '../listen/ListenBar.tsx';
import { listenIsActive } from '../model/listenPhase.ts';
import { allowedModes, offeredModes } from '../listen/offeredModes.ts';
import { useModeWish } from '../listen/useModeWish.ts';
import { noMarks, RuleMarksProvider, useKeptMarks } from '../model/ruleMarks.ts';
import { AgentsView } from '../roster/AgentsView.tsx';
import { knownUntilOf, stalenessOf } from '../roster/staleness.ts';
import { useLasting } from '../roster/useLasting.ts';
import { blockFor, generalBlock } from '../model/listenBlock.ts';
import { viewOfRule } from '../rules/ruleFilter.ts';
import { RulesOn } from '../rules/RulesOn.tsx';
import { Wallboard } from '../wallboard/Wallboard.tsx';
import { Lines } from '../ui/Lines.tsx';
import { laterPart } from '../ui/laterPart.tsx';
import { TopBar } from './TopBar.tsx';
import { useWatchRoster } from './useWatchRoster.ts';
import './window.css';

const NotePanel = laterPart(async () => (await import('../notes/NotePanel.tsx')).NotePanel);
const SettingsPage = laterPart(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);
const WorklistPage = laterPart(async () => (await import('../worklist/WorklistPage.tsx')).WorklistPage);
const StatisticsPage = laterPart(async () => (await import('../statistics/StatisticsPage.tsx')).StatisticsPage);
const NotesPage = laterPart(async () => (await import('../notes/NotesPage.tsx')).NotesPage);

interface SignedInViewProps {
  readonly state: AppState;
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  /** When Earshot itself was lost; null while it can be reached. */
  readonly lostAt: number | null;
}

const InsertQuestion = laterPart(async () => (await import('../listen/InsertQuestion.tsx')).InsertQuestion);
const StandingDialog = laterPart(async () => (await import('../alerts/standing/StandingDialog.tsx')).StandingDialog);
const ForcedLines = laterPart(async () => (await import('../forcing/ForcedLines.tsx')).ForcedLines);

const MINUTE_MS = 60_000;

/** The window of a session: top bar, filters, grid, listen bar. */
export function SignedInView({ state, session, lostAt }: SignedInViewProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const actProblem = useActProblem();
  const { view, change } = useRosterView();
  const { said, say } = useSaid();
  const [page, setPage] = useState<'agents' | 'wallboard' | 'worklist' | 'statistics' | 'notes' | 'settings'>('agents');
  const [section, setSection] = useState<string | undefined>(undefined);
  /** How often a notice led into the settings, which may be open at another section. */
  const [led, setLed] = useState(0);
  const [listingKeys, setListingKeys] = useState(false);
  /** Whom the dialog of standing listens puts on the list of a new one; null: it is not open. */
  const [standingFor, setStandingFor] = useState<readonly StandingTarget[] | null>(null);
  const followed = state.follow.kind === 'armed' || state.follow.kind === 'asking' ? state.follow.agent : null;
  const openStanding = useCallback(
    (targets: readonly StandingTarget[] = []) => {
      // It takes the place of following one agent, who is not to be lost by that.
      setStandingFor(withTargets(followed === null ? [] : [{ kind: 'agent', agent: followed }], targets));
    },
    [followed],
  );
  const openWallboard = useCallback(() => {
    setPage('wallboard');
  }, []);
  const focusNote = useRef<(() => void) | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const focusRows = useRef<(() => void) | null>(null);
  const reachable = lostAt === null;
  const { listen, inspection, noRight, forced, notes, notices, roster, settings } = state;
  const { rules } = settings.values;
  const marks = useKeptMarks(rules, state.rules);
  const rosterStore = useRosterStore();
  const wish = useModeWish(listen);
  const staleness = useLasting(stalenessOf(session.connection, roster));
  const knownUntil = knownUntilOf(staleness, roster, lostAt);
  const stopByEscape = useStopByEscape(listenIsActive(listen) && listen.kind !== 'stopping', actions.stopListening);
  useWindowKeys({
    onSearch: () => search.current?.select(),
    onList: () => {
      setListingKeys(true);
    },
    onNote: () => {
      if (notes.open === null || page === 'notes') setPage('notes');
      else focusNote.current?.();
    },
    onNext: actions.listenNext,
    onView: (index) => {
      const saved = view.views[index];
      if (saved === undefined) return;
      change({ filter: saved.filter, sort: saved.sort });
      setPage('agents');
      say(saved.name);
    },
    onMode: (mode) => {
      const why = wishByKey(mode);
      if (why !== null) say(why);
    },
    onEscape: stopByEscape.press,
    singleKeys: view.singleKeys,
  });
  /** A key for a way to be in the call under way, or in that of the agent in whose row the focus is. Why not; null: done. */
  function wishByKey(mode: Mode): string | null {
    if (listenIsActive(listen)) {
      const offered = inspection === null ? [] : offeredModes(inspection, settings.values, noRight);
      const way = offered.find((each) => each.mode === mode);
      const isUp = listen.kind === 'listening' || listen.kind === 'outcomeUnknown';
      if (way?.how === 'noRight' && mode !== 'listen') return words.modes.noRight[mode];
      if (way?.how !== 'can' || !isUp || inspection?.asking !== null) return words.modes.notOffered;
      wish.change(mode);
      return null;
    }
    const workNo = document.activeElement?.closest('[data-work-no]')?.getAttribute('data-work-no') ?? null;
    const row = workNo === null ? undefined : rosterStore.rows().get(workNo);
    // Alone L listens, to no less an agent.
    if (row === undefined || mode === 'listen' || mode === 'call' || !allowedModes(settings.values).includes(mode)) {
      return words.modes.notOffered;
    }
    const block = blockFor(row, generalBlock(state, reachable), noRight.listen);
    if (block !== null) return words.blocked[block];
    if (noRight[mode]) return words.modes.noRight[mode];
    wish.begin(row.workNo, mode);
    return null;
  }
  useLinkedAgent(state.link, () => {
    setPage('agents');
  });
  // The listen bar says why a listen was refused; once is enough.
  const saidByBar = listen.kind === 'ended' && listen.problem?.code === actProblem?.code;
  return (
    <div className="window">
      <TopBar
        session={session}
        listen={listen}
        reachable={reachable}
        query={view.filter.query}
        singleKeys={view.singleKeys}
        onQuery={(query) => {
          change({ filter: { ...view.filter, query } });
          setPage('agents');
        }}
        searchRef={search}
        onSearchDown={() => focusRows.current?.()}
        onKeys={() => {
          setListingKeys(true);
        }}
        worklistOpen={page === 'worklist'}
        onWorklist={() => {
          setPage(page === 'worklist' ? 'agents' : 'worklist');
        }}
        statisticsOpen={page === 'statistics'}
        onStatistics={() => {
          setPage(page === 'statistics' ? 'agents' : 'statistics');
        }}
        notesOpen={page === 'notes'}
        onNotes={() => {
          setPage(page === 'notes' ? 'agents' : 'notes');
        }}
        settingsOpen={page === 'settings'}
        onSettings={() => {
          setSection(undefined);
          setPage(page === 'settings' ? 'agents' : 'settings');
        }}
      />
      <section className="window__ring" aria-label={words.ring.region}>
        {reachable ? <AlertBanner state={state} /> : null}
        <div role="status">{reachable ? <LinkQuestion link={state.link} block={generalBlock(state, reachable)} /> : null}</div>
      </section>
      <main className="window__agents">
        <RuleMarksProvider value={reachable ? marks : noMarks}>
          {page === 'settings' ? (
            <Suspense fallback={null}>
              <SettingsPage
                key={led}
                state={state}
                problem={null}
                {...(section === undefined ? {} : { section })}
                onClose={() => {
                  setPage('agents');
                }}
              />
            </Suspense>
          ) : null}
          {page === 'worklist' ? (
            <WatchedRoster>
              <Suspense fallback={null}>
                <WorklistPage
                  state={state}
                  reachable={reachable}
                  onPlan={() => {
                    setSection('worklist');
                    setPage('settings');
                  }}
                  onClose={() => {
                    setPage('agents');
                  }}
                />
              </Suspense>
            </WatchedRoster>
          ) : null}
          {page === 'statistics' ? (
            <Suspense fallback={null}>
              <StatisticsPage
                onClose={() => {
                  setPage('agents');
                }}
              />
            </Suspense>
          ) : null}
          {page === 'notes' ? (
            <Suspense fallback={null}>
              <NotesPage
                state={state}
                onClose={() => {
                  setPage('agents');
                }}
              />
            </Suspense>
          ) : null}
          {page === 'wallboard' ? (
            <WatchedRoster>
              <Wallboard
                longTalk={settings.values.longTalkMinutes * MINUTE_MS}
                roster={roster}
                connection={session.connection}
                staleness={staleness}
                knownUntil={knownUntil}
                queues={state.queues}
                listen={listen}
                inspection={inspection}
                onClose={() => {
                  setPage('agents');
                }}
              />
            </WatchedRoster>
          ) : null}
          {/* Kept as it was left; while it is hidden nothing is fetched for it. */}
          <Activity mode={page === 'agents' ? 'visible' : 'hidden'}>
            <WatchedRoster>
              <AgentsView
                state={state}
                session={session}
                lostAt={lostAt}
                staleness={staleness}
                knownUntil={knownUntil}
                onInspect={wish.begin}
                onStanding={openStanding}
                onSay={say}
                onWallboard={openWallboard}
                focusRows={focusRows}
              />
            </WatchedRoster>
          </Activity>
        </RuleMarksProvider>
      </main>
      {/* Under the rows, so that none of them moves when there is something to say. */}
      <section aria-label={words.shell.notices}>
        <Lines
          notices={notices}
          onDismissNotice={(id) => actions.dismissNotice({ id })}
          problem={saidByBar ? null : actProblem}
          onDismissProblem={actions.dismissProblem}
        />
        <MissedRings rings={state.missedRings} canListen={generalBlock(state, reachable) === null} />
        {reachable ? (
          <RulesOn
            rules={rules}
            statuses={state.rules}
            onShow={(rule) => {
              change(viewOfRule(rule.watch));
              setPage('agents');
            }}
            onRules={() => {
              setSection('rules');
              setLed(led + 1);
              setPage('settings');
            }}
          />
        ) : null}
        <FollowLine follow={state.follow} mode={settings.values.followMode} onStanding={openStanding} />
        {forced.length === 0 ? null : (
          <Suspense fallback={null}>
            <ForcedLines forced={forced} />
          </Suspense>
        )}
      </section>
      {notes.open === null || page === 'notes' ? null : (
        <Suspense fallback={null}>
          <NotePanel key={notes.open.id} open={notes.open} focusNoteRef={focusNote} />
        </Suspense>
      )}
      <ListenBar
        listen={listen}
        inspection={inspection}
        settings={settings.values}
        noRight={noRight}
        onMode={wish.change}
        block={generalBlock(state, reachable)}
        current={reachable && session.connection.kind === 'live'}
        stopArmed={stopByEscape.armed}
      />
      <p className="only-spoken" role="status">
        {stopByEscape.armed ? words.listen.escapeAgain : said}
      </p>
      {wish.asks === null ? null : (
        <Suspense fallback={null}>
          <InsertQuestion key={wish.asks.workNo} agent={wish.asks} onYes={wish.yes} onNo={wish.no} />
        </Suspense>
      )}
      {standingFor === null ? null : (
        <WatchedRoster>
          <Suspense fallback={null}>
            <StandingDialog
              plan={standingOf(state.follow)?.plan ?? null}
              targets={standingFor}
              mode={settings.values.followMode}
              onClose={() => {
                setStandingFor(null);
              }}
            />
          </Suspense>
        </WatchedRoster>
      )}
      {listingKeys ? (
        <KeysDialog
          singleKeys={view.singleKeys}
          onSingleKeys={(singleKeys) => {
            change({ singleKeys });
          }}
          onClose={() => {
            setListingKeys(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** Words for a screen reader; the same words twice are said twice. */
function useSaid(): { readonly said: string; readonly say: (words: string) => void } {
  const [said, setSaid] = useState('');
  const say = useCallback((words: string) => {
    // A no-break space at the end makes another text of the same words.
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
  }, []);
  return { said, say };
}

function WatchedRoster({ children }: { readonly children: ReactNode }): ReactNode {
  useWatchRoster();
  return children;
}
