import type { ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { announcement } from '../alerts/announcement.ts';
import { Announcer } from '../alerts/Announcer.tsx';
import { pageSignal } from '../alerts/pageSignal.ts';
import { HindranceLines } from '../alerts/surfaces/HindranceLines.tsx';
import { usePageSignal } from '../alerts/usePageSignal.ts';
import { useAppView } from '../bridge/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { timeOfDayText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SignInPages } from '../sign-in/SignInPages.tsx';
import { Line } from './Lines.tsx';
import { SignedInView } from './SignedInView.tsx';
import { StartPage } from './StartPage.tsx';
import './window.css';

/** The whole window: which page the last state asks for, and whether anyone is behind it. */
export function App(): ReactElement {
  const words = useWords();
  const { state, lostAt } = useAppView();
  usePageSignal(pageSignal(state, lostAt === null, words));
  if (state === null) return <StartPage unreachable={lostAt !== null} />;
  const said = announcement(state.listen, state.phoneAlert, words);
  return (
    <div className="app">
      <div role="alert">
        {lostAt === null ? null : (
          <Line tone="warn" onDismiss={null}>
            {fillPhrase(words.start.showsWhatWas, { time: timeOfDayText(lostAt, words) })}{' '}
            <span className="problem__remedy">{words.start.unreachableRemedy}</span>
          </Line>
        )}
      </div>
      <HindranceLines />
      <div className="app__page">
        <Page state={state} lostAt={lostAt} />
      </div>
      <Announcer calm={said.calm} urgent={said.urgent} />
    </div>
  );
}

function Page({ state, lostAt }: { readonly state: AppState; readonly lostAt: number | null }): ReactElement {
  const { session } = state;
  if (session.kind === 'signedIn') return <SignedInView state={state} session={session} lostAt={lostAt} />;
  return <SignInPages state={state} session={session} />;
}
