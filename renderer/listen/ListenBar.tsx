import { Suspense, useCallback, type ReactElement } from 'react';
import { modeOf, modes, type Mode, type NoRight, type ShownInspection } from '../../contract/inspection.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Listen } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { durationText } from '../i18n/duration.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenBlock } from '../model/listenBlock.ts';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import { useRestoredFocus } from '../ui/useRestoredFocus.ts';
import { useSettling } from '../ui/useSettling.ts';
import { laterPart } from '../ui/laterPart.tsx';
import { hearingStatus, type HearingStatus } from './hearingStatus.ts';
import { ListenIcon } from './ListenIcon.tsx';
import { listenIsActive, stepCount, stepsReached } from '../model/listenPhase.ts';
import { listenWords } from './listenWords.ts';
import './listen-bar.css';

const ModeButtons = laterPart(async () => (await import('./ModeButtons.tsx')).ModeButtons);

interface ListenBarProps {
  readonly listen: Listen;
  /** How the inspector is in the call; null while nothing is under way. */
  readonly inspection: ShownInspection | null;
  readonly settings: Settings;
  readonly noRight: NoRight;
  readonly onMode: (mode: Mode) => void;
  /** Why no listen can begin now. */
  readonly block: ListenBlock | null;
  /** Whether what is shown is what the gateway says now; false while there is no contact with it. */
  readonly current: boolean;
  /** One more Escape stops it. */
  readonly stopArmed: boolean;
}

/** The inspector's listen, always in sight: who, which step, how long, and the way out. */
export function ListenBar({
  listen,
  inspection: told,
  settings,
  noRight,
  onMode,
  block,
  current,
  stopArmed,
}: ListenBarProps): ReactElement {
  const words = useWords();
  const kept = useRestoredFocus<HTMLElement>();
  const outdated = !current && listenIsActive(listen);
  const inspection = outdated ? unsure(told) : told;
  const { step, hint, agent, problem } = listenWords(listen, words, inspection);
  const heard = hearingStatus(listen, inspection);
  // A problem says more than the usual hint, but never more than who hears the inspector; so does the reason why no listen can begin.
  const showsHint =
    heard !== null || (!outdated && !(listen.kind === 'listening' && problem !== null) && !(listen.kind === 'idle' && block !== null));
  // In the hint's place, so that the bar keeps its height and its buttons their place; but who hears the inspector is always said.
  const armedInHint = stopArmed && heard === null;
  const values = { name: agent === null ? null : <AgentName name={agent.name} />, workNo: agent?.workNo ?? null };
  return (
    <section className={`listen listen--${lookOf(listen, heard, outdated)}`} aria-label={words.listen.region} {...kept}>
      <span className="listen__badge" aria-hidden="true">
        <ListenIcon listen={listen} heard={heard} />
      </span>
      <div className="listen__words">
        <p className="listen__step">
          <Phrase text={step} values={values} />
        </p>
        <p className="listen__hint">
          {listen.kind === 'idle' && block !== null ? words.blocked[block] : null}
          {showsHint && !armedInHint ? <Phrase text={hint} values={values} /> : null}
          {armedInHint ? <EscapeAgain /> : null}
          {outdated && heard !== null ? words.gap : null}
          {outdated ? words.listen.lastKnown : null}
          {listen.kind === 'ended' && listen.outcome === 'sessionOver' && listen.heardFor !== null ? (
            <>
              {words.gap}
              {words.modes.stillOn}
            </>
          ) : null}
          {listen.kind === 'ended' && listen.heardFor !== null ? (
            <>
              {words.gap}
              {fillPhrase(words.listen.heardFor, { duration: durationText(listen.heardFor) })}
            </>
          ) : null}
          {problem === null ? null : (
            <>
              {words.gap}
              <ProblemLine problem={problem} />
            </>
          )}
        </p>
      </div>
      {heard === null ? <Steps reached={stepsReached(listen.kind)} /> : null}
      {inspection !== null && (listen.kind === 'listening' || (listen.kind === 'outcomeUnknown' && heard !== null)) ? (
        // Rare enough to come by itself; Stop never waits for it.
        <Suspense fallback={null}>
          <ModeButtons inspection={inspection} settings={settings} noRight={noRight} onMode={onMode} />
        </Suspense>
      ) : null}
      <ListenControls listen={listen} inspection={inspection} block={block} stopArmed={stopArmed && !armedInHint} />
    </section>
  );
}

/** Without a word of now, who could be heard may be. */
function unsure(inspection: ShownInspection | null): ShownInspection | null {
  if (inspection === null || modeOf(inspection) === 'listen') return inspection;
  const possible = modes.filter((mode) => mode === 'listen' || mode === 'whisper' || inspection.possible.includes(mode));
  return { ...inspection, possible, asking: null };
}

function lookOf(listen: Listen, heard: HearingStatus | null, outdated: boolean): Listen['kind'] | HearingStatus {
  return heard ?? (outdated ? 'outcomeUnknown' : listen.kind);
}

function Steps({ reached }: { readonly reached: number }): ReactElement | null {
  if (reached === 0) return null;
  return (
    <span className="listen__steps" aria-hidden="true">
      {Array.from({ length: stepCount }, (_, index) => (
        <span key={index} className={index < reached ? 'listen__dot listen__dot--reached' : 'listen__dot'} />
      ))}
    </span>
  );
}

function ListenControls({
  listen,
  inspection,
  block,
  stopArmed,
}: Pick<ListenBarProps, 'listen' | 'inspection' | 'block' | 'stopArmed'>): ReactElement | null {
  const words = useWords();
  const actions = useActions();
  const settling = useSettling(listen.kind === 'idle' ? null : listenIsActive(listen) ? 'stop' : 'ended');
  if (listen.kind === 'idle') return null;
  if (!listenIsActive(listen)) {
    return (
      <div className="listen__controls">
        <Button
          key="again"
          blocked={block !== null || settling}
          title={block === null ? undefined : words.blocked[block]}
          onClick={() => {
            actions.listen({ workNo: listen.agent.workNo });
          }}
        >
          {words.listen.again}
        </Button>
        <Button key="dismiss" look="quiet" blocked={settling} onClick={actions.dismissListen}>
          {words.listen.dismiss}
        </Button>
      </div>
    );
  }
  return (
    <div className="listen__controls">
      {stopArmed ? <EscapeAgain /> : null}
      <Elapsed since={listen.since} />
      {listen.kind === 'outcomeUnknown' ? <OwnWord /> : null}
      {/* Keyed, so that a hand or focus on Stop does not find itself on another button. */}
      <Button key="stop" look="danger" size="form" blocked={listen.kind === 'stopping' || settling} onClick={actions.stopListening}>
        {stopWords(inspection, words)}
      </Button>
    </div>
  );
}

function EscapeAgain(): ReactElement {
  return <span className="listen__armed">{useWords().listen.escapeAgain}</span>;
}

/** Who is heard stops more than listening. */
function stopWords(inspection: ShownInspection | null, { listen, modes: words }: Words): string {
  const mode = inspection === null ? 'listen' : modeOf(inspection);
  if (mode === 'call') return words.endCall;
  return mode === 'listen' ? listen.stop : words.stop;
}

/** The inspector hears it or does not, whatever the gateway says. */
function OwnWord(): ReactElement {
  const words = useWords();
  const { tellHearing } = useActions();
  // They come by themselves, under whatever hand is moving.
  const settling = useSettling('ownWord', { appears: true });
  return (
    <>
      <Button
        size="form"
        blocked={settling}
        onClick={() => {
          tellHearing({ hears: true });
        }}
      >
        {words.listen.hearIt}
      </Button>
      <Button
        size="form"
        blocked={settling}
        onClick={() => {
          tellHearing({ hears: false });
        }}
      >
        {words.listen.hearNothing}
      </Button>
    </>
  );
}

function Elapsed({ since }: { readonly since: number }): ReactElement {
  const words = useWords();
  const text = useCallback((now: number) => durationText(now - since), [since]);
  return (
    <span className="listen__elapsed" title={words.listen.elapsed}>
      <Ticking text={text} />
    </span>
  );
}
