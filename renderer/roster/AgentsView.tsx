import { Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { AgentState } from '../../contract/agentState.ts';
import type { BeginningMode } from '../../contract/inspection.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import type { RosterRow } from '../../contract/roster.ts';
import { emptyFilter } from '../../contract/rosterView.ts';
import type { AppState, Session } from '../../contract/state.ts';
import { useActions, useAgentList, useAgentWatch, useListView, useRosterView } from '../model/EarshotContext.tsx';
import { DetailsPanel } from '../details/DetailsPanel.tsx';
import { useLinkedAgent } from '../links/useLinkedAgent.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { listenIsActive } from '../model/listenPhase.ts';
import { AgentsTable } from './AgentsTable.tsx';
import { useColumns } from './columns/useColumns.ts';
import { rosterPlaceholder } from './Placeholders.tsx';
import { StateChips } from './filters/StateChips.tsx';
import { useChipStates } from './filters/chipStates.ts';
import { FreshnessLine } from './FreshnessLine.tsx';
import { blockFor, generalBlock } from '../model/listenBlock.ts';
import { RosterTools } from './RosterTools.tsx';
import type { Staleness } from './staleness.ts';
import { useAnnouncedCount } from './useAnnouncedCount.ts';
import { useSettling } from '../ui/useSettling.ts';
import { laterPart } from '../ui/laterPart.tsx';

const Overview = laterPart(async () => (await import('../overview/Overview.tsx')).Overview);

const MINUTE_MS = 60_000;

interface AgentsViewProps {
  readonly state: AppState;
  readonly session: Extract<Session, { kind: 'signedIn' }>;
  /** When Earshot itself was lost; null while it can be reached. */
  readonly lostAt: number | null;
  readonly staleness: Staleness | null;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
  /** Begins an inspection in another way than listening. */
  readonly onInspect: (workNo: string, mode: BeginningMode) => void;
  /** Opens the dialog of standing listens, with these on the list of a new one. */
  readonly onStanding: (targets: readonly StandingTarget[]) => void;
  readonly onSay: (words: string) => void;
  readonly onWallboard: () => void;
  readonly focusRows: RefObject<(() => void) | null>;
}

/** Filters, the grid under them, and the selected agent's details beside it. */
export function AgentsView(props: AgentsViewProps): ReactElement {
  const { state, session, lostAt, staleness, knownUntil, onInspect, onStanding, onSay, onWallboard, focusRows } = props;
  const words = useWords();
  const actions = useActions();
  const agentList = useAgentList();
  const watch = useAgentWatch();
  const list = useListView();
  const { view, change } = useRosterView();
  const columns = useColumns(view, change);
  const [selected, setSelected] = useState<string | null>(null);
  const detailsTitle = useRef<HTMLHeadingElement>(null);
  const takeFocusTo = useRef<'details' | null>(null);
  const { roster, listen, settings, phoneAlert } = state;
  const known = list.all > 0 || roster.kind === 'ready';
  const general = generalBlock(state, lostAt === null);
  const favourites = useMemo(() => new Set(view.favourites), [view.favourites]);
  const longTalk = settings.values.longTalkMinutes * MINUTE_MS;
  const settling = useSettling(listenIsActive(listen) ? 'under way' : 'over');

  useEffect(() => {
    watch.watch({ favourites: view.favourites });
  }, [watch, view.favourites]);
  useEffect(() => {
    watch.watch({ selected });
  }, [watch, selected]);
  useEffect(() => {
    if (takeFocusTo.current !== 'details' || detailsTitle.current === null) return;
    takeFocusTo.current = null;
    detailsTitle.current.focus();
  });
  useEffect(
    () => () => {
      watch.watch({ selected: null, inView: [] });
    },
    [watch],
  );
  useLinkedAgent(state.link, (workNo) => {
    takeFocusTo.current = 'details';
    setSelected(workNo);
    actions.dismissLink();
  });
  useAnnouncedCount(list.rows.length, view.filter, onSay);

  const star = useCallback(
    (workNo: string) => {
      change((now) => ({
        favourites: now.favourites.includes(workNo)
          ? now.favourites.filter((each) => each !== workNo)
          : [...now.favourites, workNo].slice(-1_000),
      }));
    },
    [change],
  );
  const acts = useMemo(
    () => ({ listen: (workNo: string) => actions.listen({ workNo }), stop: actions.stopListening, star }),
    [actions, star],
  );
  const chips = useChipStates(list.counts, view.filter.states);
  const onStates = useCallback(
    (states: AgentState[]) => {
      change((now) => ({ filter: { ...now.filter, states } }));
    },
    [change],
  );
  const onInSight = useCallback(
    (inView: readonly string[]) => {
      watch.watch({ inView: [...inView] });
    },
    [watch],
  );

  function onRowKey(key: string, row: RosterRow): boolean {
    if (key.length === 1 && !view.singleKeys) return false;
    switch (key) {
      case 'l': {
        // As on this agent's Listen button: the key may have been meant before the listen ended.
        if (settling && listen.kind === 'ended' && listen.agent.workNo === row.workNo) return true;
        const block = list.gone.has(row.workNo) ? 'gone' : blockFor(row, general, state.noRight.listen);
        if (block === null) actions.listen({ workNo: row.workNo });
        else onSay(words.blocked[block]);
        return true;
      }
      case 'f':
        star(row.workNo);
        onSay(favourites.has(row.workNo) ? words.roster.noFavourite : words.roster.nowFavourite);
        return true;
      case 'r':
        agentList.refresh();
        return true;
      case 'escape':
        if (selected === null || listenIsActive(listen)) return false;
        setSelected(null);
        return true;
      default:
        return false;
    }
  }

  function onOpen(workNo: string, by: 'key' | 'pointer'): void {
    if (by === 'key' && workNo === selected) detailsTitle.current?.focus();
    if (by === 'key') takeFocusTo.current = 'details';
    setSelected(workNo);
  }

  return (
    <>
      <div className="strip" inert={phoneAlert.kind === 'ringing' && lostAt === null}>
        <StateChips states={chips} known={known} chosen={view.filter.states} onChoose={onStates} />
        <RosterTools
          view={view}
          columns={columns}
          change={change}
          onSay={onSay}
          onStanding={settings.values.followAllowed && settings.values.listenAllowed ? onStanding : null}
          onWallboard={onWallboard}
        />
      </div>
      {view.overview ? (
        <Suspense fallback={<div className="overview overview--coming" />}>
          <Overview longTalk={longTalk} knownUntil={knownUntil} queues={state.queues} />
        </Suspense>
      ) : null}
      <div className="window__table">
        <AgentsTable
          list={list}
          columns={columns}
          density={view.density}
          favourites={favourites}
          selected={selected}
          block={general}
          refused={state.noRight.listen}
          listened={listenIsActive(listen) ? { workNo: listen.agent.workNo, mark: listen.kind === 'stopping' ? 'stopping' : 'yes' } : null}
          knownUntil={knownUntil}
          longTalk={longTalk}
          ownWorkNo={session.agentId}
          acts={acts}
          onRowKey={onRowKey}
          onActive={(workNo) => {
            // Open details follow the row that has the focus.
            if (selected !== null && workNo !== selected) setSelected(workNo);
          }}
          onOpen={onOpen}
          onInSight={onInSight}
          onSay={onSay}
          focusRows={focusRows}
          known={known}
          leftOut={roster.kind === 'ready' ? roster.leftOut : 0}
          placeholder={rosterPlaceholder({
            state,
            connection: session.connection,
            shown: list.rows.length,
            all: list.all,
            columns: columns.shown.length + 1,
            onShowAll: () => {
              change({ filter: emptyFilter });
            },
          })}
        />
        {selected === null ? null : (
          <DetailsPanel
            key={selected}
            workNo={selected}
            block={general}
            listen={listen}
            knownUntil={knownUntil}
            favourite={favourites.has(selected)}
            ownWorkNo={session.agentId}
            longTalk={longTalk}
            acts={acts}
            state={state}
            onInspect={onInspect}
            onStanding={onStanding}
            titleRef={detailsTitle}
            onClose={() => {
              setSelected(null);
              focusRows.current?.();
            }}
          />
        )}
      </div>
      {staleness === null || !known ? null : <FreshnessLine staleness={staleness} />}
    </>
  );
}
