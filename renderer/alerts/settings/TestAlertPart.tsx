import { Check, Minus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { SurfaceResult, TestAlert } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { useTimeOfDay } from '../../clock/useTimeOfDay.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import type { Words } from '../../i18n/Words.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { notShownText } from './notShownText.ts';
import '../../ui/framed-list.css';

/** Goes through every way of alerting and says what came of each. */
export function TestAlertPart({ testAlert }: { readonly testAlert: TestAlert }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const actions = useActions();
  const running = testAlert.kind === 'running';
  return (
    <section className="alert-part" aria-labelledby="test-alert">
      <div className="alert-part__head">
        <h4 id="test-alert">{words.testAlert.title}</h4>
        <Button blocked={running} onClick={actions.testAlert}>
          {running ? words.testAlert.running : words.testAlert.start}
        </Button>
      </div>
      <p className="dim">{words.testAlert.lead}</p>
      {testAlert.kind === 'never' ? null : (
        <ul className="framed-list" aria-live="polite">
          {testAlert.results.map((result) => (
            <Result key={result.surface} result={result} />
          ))}
          {running && !testAlert.results.some(({ surface }) => surface === testAlert.surface) ? (
            <li className="result">
              <span className="result__mark" />
              <span>{words.surfaces[testAlert.surface]}</span>
              <span className="dim">{words.testAlert.now}</span>
            </li>
          ) : null}
        </ul>
      )}
      {testAlert.kind === 'done' ? (
        <p className="dim">
          {fillPhrase(words.testAlert.finished, { time: timeOfDay(testAlert.at) })}
          {words.gap}
          {words.testAlert.quiet[testAlert.quiet]}
          {testAlert.whole ? '' : `${words.gap}${words.testAlert.cutShort}`}
        </p>
      ) : null}
    </section>
  );
}

function Result({ result }: { readonly result: SurfaceResult }): ReactElement {
  const words = useWords();
  const { kind } = result.shown;
  const Mark = kind === 'shown' ? Check : kind === 'notSupported' ? Minus : X;
  return (
    <li className={`result result--${kind}`}>
      <Mark className="result__mark" aria-hidden="true" />
      <span>{words.surfaces[result.surface]}</span>
      <span className="dim">{resultWords(result, words)}</span>
    </li>
  );
}

function resultWords({ shown, after }: SurfaceResult, words: Words): string {
  const { testAlert } = words;
  switch (shown.kind) {
    case 'shown':
      return testAlert.shown(after);
    case 'notShown':
      return notShownText(shown, words);
    case 'notSupported':
      return testAlert.notSupported;
    case 'late':
      return testAlert.late(after);
  }
}
