import { useCallback, type ReactElement } from 'react';
import type { Listen } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { durationText } from '../i18n/duration.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenBlock } from '../model/listenBlock.ts';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import { useSettling } from '../ui/useSettling.ts';
import { ListenIcon } from './ListenIcon.tsx';
import { listenIsActive, stepCount, stepsReached } from '../model/listenPhase.ts';
import { listenWords } from './listenWords.ts';
import './listen-bar.css';

interface ListenBarProps {
  readonly listen: Listen;
  /** Why no listen can begin now. */
  readonly block: ListenBlock | null;
  /** Whether what is shown is what the gateway says now; false while there is no contact with it. */
  readonly current: boolean;
  /** One more Escape stops it. */
  readonly stopArmed: boolean;
}

/** The inspector's listen, always in sight: who, which step, how long, and the way out. */
export function ListenBar({ listen, block, current, stopArmed }: ListenBarProps): ReactElement {
  const words = useWords();
  const kept = useKeptFocus<HTMLElement>();
  const { step, hint, agent, problem } = listenWords(listen, words);
  // A problem says more than the usual hint; so does the reason why no listen can begin.
  const outdated = !current && listenIsActive(listen);
  const showsHint = !outdated && !(listen.kind === 'listening' && problem !== null) && !(listen.kind === 'idle' && block !== null);
  const values = agent === null ? {} : { name: <AgentName name={agent.name} />, workNo: agent.workNo };
  return (
    <section className={`listen listen--${outdated ? 'outcomeUnknown' : listen.kind}`} aria-label={words.listen.region} {...kept}>
      <span className="listen__badge" aria-hidden="true">
        <ListenIcon listen={listen} />
      </span>
      <div className="listen__words">
        <p className="listen__step">
          <Phrase text={step} values={values} />
        </p>
        <p className="listen__hint">
          {listen.kind === 'idle' && block !== null ? words.blocked[block] : null}
          {outdated ? words.listen.lastKnown : null}
          {showsHint ? <Phrase text={hint} values={values} /> : null}
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
      <Steps reached={stepsReached(listen.kind)} />
      <ListenControls listen={listen} block={block} stopArmed={stopArmed} />
    </section>
  );
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

function ListenControls({ listen, block, stopArmed }: Pick<ListenBarProps, 'listen' | 'block' | 'stopArmed'>): ReactElement | null {
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
      {stopArmed ? <span className="listen__armed">{words.listen.escapeAgain}</span> : null}
      <Elapsed since={listen.since} />
      {listen.kind === 'outcomeUnknown' ? <OwnWord /> : null}
      {/* Keyed, so that a hand or focus on Stop does not find itself on another button. */}
      <Button key="stop" look="danger" size="form" blocked={listen.kind === 'stopping' || settling} onClick={actions.stopListening}>
        {words.listen.stop}
      </Button>
    </div>
  );
}

/** The inspector hears it or does not, whatever the gateway says. */
function OwnWord(): ReactElement {
  const words = useWords();
  const { tellHearing } = useActions();
  return (
    <>
      <Button
        size="form"
        onClick={() => {
          tellHearing({ hears: true });
        }}
      >
        {words.listen.hearIt}
      </Button>
      <Button
        size="form"
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
