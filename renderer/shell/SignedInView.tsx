import { Activity, Suspense, useCallback, useRef, useState, type ReactElement } from 'react';
import { standingOf, type AppState, type Session } from '../../contract/state.ts';
import { AlertBanner } from '../alerts/AlertBanner.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { useStopByEscape } from '../keys/useStopByEscape.ts';
import { useWindowKeys } from '../keys/useWindowKeys.ts';
import { LinkQuestion } from '../links/LinkQuestion.tsx';
import { useLinkedAgent } from '../links/useLinkedAgent.ts';
import { ListenBar } from '../listen/ListenBar.tsx';
import { useModeRequest } from '../listen/useModeRequest.ts';
import { useActions, useRosterView } from '../model/EarshotContext.tsx';
import { generalBlock } from '../model/listenBlock.ts';
import { listenIsActive } from '../model/listenPhase.ts';
import { noMarks, RuleMarksProvider, useStableMarks } from '../model/ruleMarks.ts';
import { AgentsView } from '../roster/AgentsView.tsx';
import { knownUntilOf, stalenessOf } from '../roster/staleness.ts';
import { useLasting } from '../roster/useLasting.ts';
import { laterPart } from '../ui/laterPart.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { NoticeLines } from './NoticeLines.tsx';
import { OpenPage } from './OpenPage.tsx';
import { TopBar } from './TopBar.tsx';
import { useModeByKey } from './useModeByKey.ts';
import { usePages } from './usePages.ts';
import { useAnnounced } from './useAnnounced.ts';
import { useStandingDialog } from './useStandingDialog.ts';
import { WatchedRoster } from './WatchedRoster.tsx';
import './window.css';

const NotePanel = laterPart(async () => (await import('../notes/NotePanel.tsx')).NotePanel);
const InsertQuestion = laterPart(async () => (await import('../listen/InsertQuestion.tsx')).InsertQuestion);
const StandingDialog = laterPart(async () => (await import('../alerts/standing/StandingDialog.tsx')).StandingDialog);

interface SignedInViewProps {
  readonly state: AppState;
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  /** When Earshot itself was lost; null while it can be reached. */
  readonly lostAt: number | null;
}

/** The window of a session: top bar, the page that is open, what there is to say, listen bar; and the keys of the window. */
export function SignedInView({ state, session, lostAt }: SignedInViewProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const { view, change } = useRosterView();
  const { said, say } = useAnnounced();
  const pages = usePages();
  const { page, open } = pages;
  const [listingKeys, setListingKeys] = useState(false);
  const standing = useStandingDialog(state.follow);
  const openWallboard = useCallback(() => {
    open('wallboard');
  }, [open]);
  const focusNote = useRef<(() => void) | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const focusRows = useRef<(() => void) | null>(null);
  const reachable = lostAt === null;
  const { listen, inspection, noRight, notes, roster, settings } = state;
  const marks = useStableMarks(settings.values.rules, state.rules);
  const modeRequest = useModeRequest(listen);
  const modeByKey = useModeByKey(state, reachable, modeRequest);
  const staleness = useLasting(stalenessOf(session.connection, roster));
  const knownUntil = knownUntilOf(staleness, roster, lostAt);
  const stopByEscape = useStopByEscape(listenIsActive(listen) && listen.kind !== 'stopping', actions.stopListening);
  useWindowKeys({
    onSearch: () => search.current?.select(),
    onList: () => {
      setListingKeys(true);
    },
    onNote: () => {
      if (notes.open === null || page === 'notes') open('notes');
      else focusNote.current?.();
    },
    onNext: actions.listenNext,
    onView: (index) => {
      const saved = view.views[index];
      if (saved === undefined) return;
      change({ filter: saved.filter, sort: saved.sort });
      open('agents');
      say(saved.name);
    },
    onMode: (mode) => {
      const why = modeByKey(mode);
      if (why !== null) say(why);
    },
    onEscape: stopByEscape.press,
    singleKeys: view.singleKeys,
  });
  useLinkedAgent(state.link, () => {
    open('agents');
  });
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
          open('agents');
        }}
        searchRef={search}
        onSearchDown={() => focusRows.current?.()}
        onKeys={() => {
          setListingKeys(true);
        }}
        page={page}
        onToggle={pages.toggle}
      />
      <section className="window__ring" aria-label={words.ring.region}>
        {reachable ? <AlertBanner state={state} /> : null}
        <div role="status">{reachable ? <LinkQuestion link={state.link} block={generalBlock(state, reachable)} /> : null}</div>
      </section>
      <main className="window__agents">
        <RuleMarksProvider value={reachable ? marks : noMarks}>
          <OpenPage pages={pages} state={state} session={session} reachable={reachable} staleness={staleness} knownUntil={knownUntil} />
          {/* Kept as it was left; while it is hidden nothing is fetched for it. */}
          <Activity mode={page === 'agents' ? 'visible' : 'hidden'}>
            <WatchedRoster>
              <AgentsView
                state={state}
                session={session}
                lostAt={lostAt}
                staleness={staleness}
                knownUntil={knownUntil}
                onInspect={modeRequest.begin}
                onStanding={standing.open}
                onSay={say}
                onWallboard={openWallboard}
                focusRows={focusRows}
              />
            </WatchedRoster>
          </Activity>
        </RuleMarksProvider>
      </main>
      <NoticeLines state={state} reachable={reachable} pages={pages} onStanding={standing.open} />
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
        onMode={modeRequest.change}
        block={generalBlock(state, reachable)}
        current={reachable && session.connection.kind === 'live'}
        stopArmed={stopByEscape.armed}
      />
      <p className="only-spoken" role="status">
        {stopByEscape.armed ? words.listen.escapeAgain : said}
      </p>
      {modeRequest.asks === null ? null : (
        <Suspense fallback={null}>
          <InsertQuestion key={modeRequest.asks.workNo} agent={modeRequest.asks} onYes={modeRequest.yes} onNo={modeRequest.no} />
        </Suspense>
      )}
      {standing.targets === null ? null : (
        <WatchedRoster>
          <Suspense fallback={null}>
            <StandingDialog
              plan={standingOf(state.follow)?.plan ?? null}
              targets={standing.targets}
              mode={settings.values.followMode}
              onClose={standing.close}
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
