import { Suspense, useEffect, type ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { AlertBanner } from '../alerts/AlertBanner.tsx';
import { announcement, nothingSaid } from '../alerts/announcement.ts';
import { Announcer } from '../alerts/Announcer.tsx';
import { pageSignal } from '../alerts/pageSignal.ts';
import { HindranceLines } from '../alerts/surfaces/HindranceLines.tsx';
import { usePageSignal } from '../alerts/usePageSignal.ts';
import { useActions, useAppView } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SignInPages } from '../sign-in/SignInPages.tsx';
import { laterPart, loadBeforehand } from '../ui/laterPart.tsx';
import { Line, Lines } from '../ui/Lines.tsx';
import { StartPage } from './StartPage.tsx';
import './window.css';

/** Not needed for the form to show: what can wait for that does. */
const loadSignedInView = async () => (await import('./SignedInView.tsx')).SignedInView;
const SignedInView = laterPart(loadSignedInView);

/** The whole window: which page the last state asks for, and whether anyone is behind it. */
export function App(): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const { state, lostAt } = useAppView();
  usePageSignal(pageSignal(state, lostAt === null, words));
  const isShown = state !== null;
  useEffect(() => {
    // Behind the form, so that nobody waits for it after signing in.
    if (isShown) loadBeforehand(loadSignedInView);
  }, [isShown]);
  if (state === null) return <StartPage unreachable={lostAt !== null} />;
  // Without a session there is no listen to speak of.
  const said = state.session.kind === 'signedIn' ? announcement(state, words, timeOfDay) : nothingSaid;
  return (
    <div className="app">
      <div role="alert">
        {lostAt === null ? null : (
          <Line tone="warn" onDismiss={null}>
            {fillPhrase(words.start.showsWhatWas, { time: timeOfDay(lostAt) })}
            {words.gap}
            <span className="problem__remedy">{words.start.unreachableRemedy}</span>
          </Line>
        )}
      </div>
      <HindranceLines />
      <div className="app__page">
        <Page state={state} lostAt={lostAt} />
      </div>
      <Announcer {...said} />
    </div>
  );
}

function Page({ state, lostAt }: { readonly state: AppState; readonly lostAt: number | null }): ReactElement {
  const words = useWords();
  const actions = useActions();
  const { session } = state;
  if (session.kind === 'signedIn')
    return (
      <Suspense fallback={<StartPage unreachable={false} />}>
        <SignedInView key={`${session.gateway} ${session.agentId}`} state={state} session={session} lostAt={lostAt} />
      </Suspense>
    );
  return (
    <div className="before">
      <section aria-label={words.shell.notices}>
        <div className="window__ring">{lostAt === null ? <AlertBanner state={state} /> : null}</div>
        <Lines
          notices={state.notices}
          onDismissNotice={(id) => actions.dismissNotice({ id })}
          problem={null}
          onDismissProblem={actions.dismissProblem}
        />
      </section>
      <div className="before__page">
        <SignInPages state={state} session={session} />
      </div>
    </div>
  );
}
