import type { ReactElement } from 'react';
import { stepNames, type DiagnosticRun } from '../../contract/diagnostics.ts';
import type { AppState } from '../../contract/state.ts';
import { AlertTimes } from '../alerts/settings/AlertTimes.tsx';
import { useActions } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import type { TimeOfDay } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import { AboutEarshot } from './AboutEarshot.tsx';
import { StepRow } from './StepRow.tsx';
import { SupportFile } from './SupportFile.tsx';
import '../ui/framed-list.css';
import './diagnostics.css';

/** What works on this computer and on the way to the gateway, step by step; and what support needs. */
export function DiagnosticsSection({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const actions = useActions();
  const { diagnostics } = words;
  const { run } = state.diagnostics;
  const running = run.kind === 'running';
  const settling = useSettling(running ? 'stop' : 'run');
  // Before the sign-in it is what stands in the form, sent or not.
  const typed = state.session.kind === 'signedOut' ? state.form.gatewayAddress : null;
  return (
    <>
      <div className="settings__intro">
        <div className="alert-part__head">
          <h3>{diagnostics.title}</h3>
          {running ? (
            <Button key="stop" blocked={settling} onClick={actions.stopDiagnostics}>
              {diagnostics.stop}
            </Button>
          ) : (
            <Button
              key="run"
              look="primary"
              blocked={settling}
              onClick={() => {
                actions.runDiagnostics({ gatewayAddress: typed });
              }}
            >
              {run.kind === 'never' ? diagnostics.run : diagnostics.runAgain}
            </Button>
          )}
        </div>
        <p className="dim">{diagnostics.lead}</p>
      </div>
      <div className="alert-part">
        <p role="status">{summaryOf(run, words, timeOfDay)}</p>
        {run.kind === 'never' ? null : (
          <>
            <p className="dim">{run.gateway === '' ? diagnostics.noGateway : fillPhrase(diagnostics.gateway, { gateway: run.gateway })}</p>
            <ul className="framed-list">
              {stepNames.map((name) => (
                <StepRow key={name} name={name} result={run.steps[name]} />
              ))}
            </ul>
          </>
        )}
      </div>
      <SupportFile />
      <AlertTimes times={state.alertTimes} />
      <AboutEarshot state={state} />
    </>
  );
}

function summaryOf(run: DiagnosticRun, words: Words, timeOfDay: TimeOfDay): string {
  const { diagnostics } = words;
  if (run.kind === 'never') return diagnostics.never;
  if (run.kind === 'running') return diagnostics.running;
  const results = stepNames.map((name) => run.steps[name].kind);
  const failed = results.filter((kind) => kind === 'failed').length;
  const text =
    failed > 0 ? diagnostics.someFailed(failed) : results.every((kind) => kind === 'passed') ? diagnostics.allGood : diagnostics.notAll;
  return fillPhrase(text, { time: timeOfDay(run.at) });
}
