import { X } from 'lucide-react';
import { Suspense, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import type { RosterRow } from '../../contract/roster.ts';
import type { BeginningMode } from '../../contract/inspection.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import type { AppState, Listen } from '../../contract/state.ts';
import { FollowButton } from '../alerts/follow/FollowButton.tsx';
import { StandingButton } from '../alerts/standing/StandingButton.tsx';
import { useDetails, useListView, useRosterStore } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { timeOfDayText } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { allowedForces } from '../forcing/allowedForces.ts';
import { listenIsActive } from '../model/listenPhase.ts';
import { allowedModes } from '../listen/offeredModes.ts';
import type { AgentActs } from '../ui/agent/agentActs.ts';
import { ListenButton } from '../ui/agent/ListenButton.tsx';
import { StarButton } from '../ui/agent/StarButton.tsx';
import { TimeInState } from '../ui/agent/TimeInState.tsx';
import { isInCall } from '../../contract/agentState.ts';
import { blockFor, type ListenBlock } from '../model/listenBlock.ts';
import { Button } from '../ui/Button.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { laterPart } from '../ui/laterPart.tsx';
import { History } from './History.tsx';
import { PastListens } from './PastListens.tsx';
import './details.css';

const InspectActs = laterPart(async () => (await import('../listen/InspectActs.tsx')).InspectActs);
const ForceActs = laterPart(async () => (await import('../forcing/ForceActs.tsx')).ForceActs);

interface DetailsPanelProps {
  readonly workNo: string;
  readonly block: ListenBlock | null;
  readonly listen: Listen;
  readonly knownUntil: number | null;
  readonly favourite: boolean;
  readonly ownWorkNo: string;
  readonly longTalk: number;
  readonly acts: AgentActs;
  readonly state: AppState;
  readonly onInspect: (workNo: string, mode: BeginningMode) => void;
  readonly onStanding: (targets: readonly StandingTarget[]) => void;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** All that is known of one agent, beside the grid. */
export function DetailsPanel(props: DetailsPanelProps): ReactElement | null {
  const { workNo, block, listen, knownUntil, favourite, ownWorkNo, longTalk, acts, state, onInspect, onStanding, titleRef, onClose } =
    props;
  const words = useWords();
  const { row: agent, present } = useLastRow(workNo);
  const details = useDetails();
  if (agent === null) return null;
  const listening = listenIsActive(listen) && listen.agent.workNo === workNo ? (listen.kind === 'stopping' ? 'stopping' : 'yes') : 'no';
  return (
    <aside
      className="details"
      aria-label={fillPhrase(words.details.of, { name: agent.name === '' ? workNo : agent.name })}
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || listenIsActive(listen)) return;
        event.preventDefault();
        onClose();
      })}
    >
      <header className="details__head">
        <StarButton workNo={workNo} on={favourite} onPress={acts.star} tabIndex={0} />
        <h2 className="details__title" tabIndex={-1} ref={titleRef}>
          <bdi>{agent.name === '' ? workNo : agent.name}</bdi>
        </h2>
        <Button look="quiet" size="icon" aria-label={words.details.close} title={words.details.close} onClick={onClose}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <p className="details__state">
        {present ? (
          <>
            <StateMark state={agent.state} />
            <TimeInState
              since={agent.since}
              sinceSeen={agent.sinceIs !== 'atLeast'}
              knownUntil={knownUntil}
              longAfter={isInCall(agent.state) ? longTalk : null}
            />
          </>
        ) : (
          words.roster.gone
        )}
        <ListenButton
          agent={agent}
          block={present ? blockFor(agent, block, state.noRight.listen) : 'gone'}
          listening={listening}
          tabIndex={0}
          acts={acts}
        />
        {present ? <FollowButton agent={agent} /> : null}
        {present ? <StandingButton agent={agent} onStanding={onStanding} /> : null}
      </p>
      {present ? (
        <Suspense fallback={null}>
          {listening === 'no' && allowedModes(state.settings.values).length > 0 ? (
            <InspectActs agent={agent} block={blockFor(agent, block, state.noRight.listen)} state={state} onInspect={onInspect} />
          ) : null}
          {allowedForces(state.settings.values).length > 0 ? <ForceActs agent={agent} state={state} /> : null}
        </Suspense>
      ) : null}
      <dl className="details__facts">
        <Fact name={words.roster.workNo}>{workNo}</Fact>
        <Fact name={words.roster.group}>{agent.group === '' ? null : <bdi>{agent.group}</bdi>}</Fact>
        <Fact name={words.roster.skills}>{skillsText(agent, words)}</Fact>
        <Fact name={words.roster.phone}>
          {agent.phoneEnding === null ? null : fillPhrase(words.roster.phoneEnding, { ending: agent.phoneEnding })}
        </Fact>
        <Fact name={words.details.signedInAt}>{agent.signedInAt === null ? null : timeOfDayText(agent.signedInAt, words)}</Fact>
        <Fact name={words.roster.inspectedBy}>{agent.inspectedBy === ownWorkNo ? words.roster.you : agent.inspectedBy}</Fact>
      </dl>
      {details?.asked === 'waiting' ? <p className="dim">{words.details.waiting}</p> : null}
      {details?.asked === 'refused' ? <p className="dim">{words.details.refused}</p> : null}
      <h3>{words.details.history}</h3>
      {details === null ? <p className="dim">{words.details.noneYet}</p> : <History spans={details.history} knownUntil={knownUntil} />}
      <h3>{words.details.listens}</h3>
      {details === null ? <p className="dim">{words.details.noneYet}</p> : <PastListens listens={details.listens} />}
    </aside>
  );
}

/** The agent's row, or the last there was of it. */
function useLastRow(workNo: string): { readonly row: RosterRow | null; readonly present: boolean } {
  const roster = useRosterStore();
  // The list changes with every patch, so that this is read again.
  useListView();
  const row = roster.rows().get(workNo) ?? null;
  const [last, setLast] = useState(row);
  if (row !== null && row !== last) setLast(row);
  return { row: row ?? last, present: row !== null };
}

function skillsText({ skills }: RosterRow, { roster, listGap }: Words): string | null {
  if (skills === null) return null;
  return skills.length === 0 ? roster.noSkills : skills.join(listGap);
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  const words = useWords();
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? <span className="dim">{words.details.notKnown}</span>}</dd>
    </>
  );
}
