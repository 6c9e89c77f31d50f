import { ClockAlert, X } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { ShownInspection } from '../../contract/inspection.ts';
import type { Queues } from '../../contract/queues.ts';
import type { Connection, Listen, RosterStatus } from '../../contract/state.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { hearingStatus } from '../listen/hearingStatus.ts';
import { listenIsActive } from '../model/listenPhase.ts';
import { listenWords } from '../listen/listenWords.ts';
import { GroupTable } from '../overview/GroupTable.tsx';
import { QueueTable } from '../overview/QueueTable.tsx';
import { useQueuesInView } from '../overview/useQueuesInView.ts';
import { useCentreCounts } from '../overview/useCentreCounts.ts';
import { nobodyPlaceholder } from '../roster/Placeholders.tsx';
import { FreshnessLine } from '../roster/FreshnessLine.tsx';
import type { Staleness } from '../roster/staleness.ts';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { useRuleMarks } from '../model/ruleMarks.ts';
import { RuleDot } from '../ui/RuleDot.tsx';
import { StateIcon } from '../ui/StateMark.tsx';
import './wallboard.css';

const GROUPS = 12;

interface WallboardProps {
  readonly longTalk: number;
  readonly roster: RosterStatus;
  readonly connection: Connection;
  readonly staleness: Staleness | null;
  /** Until when the rows are known to be true; null: they are the present. */
  readonly knownUntil: number | null;
  readonly queues: Queues;
  readonly listen: Listen;
  /** How the inspector is in the call of the listen. */
  readonly inspection: ShownInspection | null;
  readonly onClose: () => void;
}

/** The centre in numbers that are read from across the room. */
export function Wallboard({
  longTalk,
  roster,
  connection,
  staleness,
  knownUntil,
  queues,
  listen,
  inspection,
  onClose,
}: WallboardProps): ReactElement {
  const words = useWords();
  const counts = useCentreCounts(longTalk, knownUntil);
  useQueuesInView();
  const marks = useRuleMarks();
  const groups = counts.groups.slice(0, GROUPS);
  // Nobody is known of is not the same as nobody is there.
  const counted = counts.all > 0;
  const close = useRef<HTMLButtonElement>(null);
  const timeOfDay = useTimeOfDay();
  useFullScreen(onClose);
  useEffect(() => {
    close.current?.focus();
  }, []);
  return (
    <div
      className="wallboard"
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      })}
    >
      <header className="wallboard__head">
        <h2>{counted ? words.wallboard.heading(counts.all) : words.wallboard.title}</h2>
        <Ticking text={timeOfDay} className="wallboard__time" />
        <Button look="quiet" size="icon" ref={close} aria-label={words.wallboard.close} title={words.wallboard.close} onClick={onClose}>
          <X aria-hidden="true" />
        </Button>
      </header>
      <OwnInspection listen={listen} inspection={inspection} />
      {counted ? (
        <>
          {staleness === null ? null : <FreshnessLine staleness={staleness} />}
          <ul className="wallboard__states" aria-label={words.overview.byState}>
            {counts.states.map(({ state, count }) => (
              <li key={state} className={`wallboard__state wallboard__state--${state}`}>
                <span className="wallboard__number">{words.number(count)}</span>
                <span className="wallboard__name">
                  <RuleDot mark={marks.states.get(state)} />
                  <StateIcon state={state} />
                  {words.states[state]}
                </span>
              </li>
            ))}
            <li className={`wallboard__state${counts.long === 0 ? '' : ' wallboard__state--long'}`}>
              <span className="wallboard__number">{words.number(counts.long)}</span>
              <span className="wallboard__name">
                <ClockAlert aria-hidden="true" />
                {words.wallboard.long}
              </span>
            </li>
          </ul>
          <GroupTable groups={groups} className="wallboard__groups" />
          <QueueTable queues={queues} most={10} className="wallboard__groups wallboard__queues" />
          {groups.length < counts.groups.length ? (
            <p className="wallboard__rest dim">{words.overview.largest(groups.length, counts.groups.length)}</p>
          ) : null}
        </>
      ) : (
        (nobodyPlaceholder(roster, connection) ?? (
          <p className="dim" role="status">
            {words.roster.loading}
          </p>
        ))
      )}
    </div>
  );
}

/** Who hears the inspector, as the bar has it, which the wallboard covers. */
function OwnInspection({ listen, inspection }: Pick<WallboardProps, 'listen' | 'inspection'>): ReactElement | null {
  const words = useWords();
  if (!listenIsActive(listen)) return null;
  const { step, hint, agent } = listenWords(listen, words, inspection);
  const heard = hearingStatus(listen, inspection);
  const values = { name: agent === null ? null : <AgentName name={agent.name} />, workNo: agent?.workNo ?? null };
  return (
    <p className={`wallboard__own${heard === null ? '' : ` wallboard__own--${heard}`}`}>
      <strong>
        <Phrase text={step} values={values} />
      </strong>
      {heard === null ? null : (
        <>
          {words.gap}
          <Phrase text={hint} values={values} />
        </>
      )}
    </p>
  );
}

/** Fills the screen while it is there; leaving the full screen by the system's own way closes it, too. */
function useFullScreen(onClose: () => void): void {
  const closing = useRef(onClose);
  useEffect(() => {
    closing.current = onClose;
  }, [onClose]);
  useEffect(() => {
    let entered = false;
    let left = false;
    const follow = (): void => {
      if (document.fullscreenElement !== null) entered = true;
      else if (entered && !left) closing.current();
    };
    document.addEventListener('fullscreenchange', follow);
    // Where that is not allowed, it fills the window.
    const asked = document.documentElement.requestFullscreen().catch(() => undefined);
    return () => {
      left = true;
      document.removeEventListener('fullscreenchange', follow);
      // The screen may be on its way to being full still, and nothing would give it back.
      void asked.then(() => (document.fullscreenElement === null ? undefined : document.exitFullscreen())).catch(() => undefined);
    };
  }, []);
}
