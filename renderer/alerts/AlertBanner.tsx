import { BellRing } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { modeOf } from '../../contract/inspection.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { CallBanner } from './follow/CallBanner.tsx';
import { RingBanner } from './RingBanner.tsx';
import { useBannerReport } from './useBannerReport.ts';
import './ring.css';

/** The one alert, across the window: a ring, a followed agent's call, a test. */
export function AlertBanner({ state }: { readonly state: AppState }): ReactNode {
  const { phoneAlert, follow, testAlert, inspection } = state;
  useBannerReport(state.pageAlert);
  if (phoneAlert.kind === 'ringing') {
    const mode = inspection === null ? 'listen' : modeOf(inspection);
    return <RingBanner alert={phoneAlert} followed={follow.kind === 'calling'} mode={mode} />;
  }
  if (follow.kind === 'asking' || follow.kind === 'calling') return <CallBanner follow={follow} />;
  return testAlert.kind === 'running' && testAlert.surface === 'page' ? <TestBanner /> : null;
}

function TestBanner(): ReactElement {
  const words = useWords();
  return (
    <div className="ring ring--still">
      <BellRing aria-hidden="true" />
      <div className="ring__words">
        <p className="ring__title">{words.testAlert.title}</p>
        <p className="ring__hint">{words.testAlert.bannerHint}</p>
      </div>
    </div>
  );
}
