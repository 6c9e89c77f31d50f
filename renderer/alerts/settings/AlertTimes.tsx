import { useEffect, type ReactElement } from 'react';
import { surfaceNames } from '../../../contract/alerts.ts';
import type { AlertTimes as Times } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { durationText } from '../../i18n/duration.ts';
import { useTimeOfDay } from '../../clock/useTimeOfDay.ts';

/** The last rings: how many milliseconds after the gateway's event each surface was seen. */
export function AlertTimes({ times }: { readonly times: readonly Times[] | null }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const { watchAlertTimes } = useActions();
  useEffect(() => {
    watchAlertTimes({ visible: true });
    return () => {
      watchAlertTimes({ visible: false });
    };
  }, [watchAlertTimes]);
  const { alertTimes } = words;
  return (
    <div className="alert-part">
      <h4 id="alert-times">{alertTimes.title}</h4>
      <p className="dim">{alertTimes.lead}</p>
      {times === null || times.length === 0 ? (
        <p>{alertTimes.none}</p>
      ) : (
        <div className="times" tabIndex={0} role="region" aria-labelledby="alert-times">
          <table>
            <thead>
              <tr>
                <th scope="col">{alertTimes.received}</th>
                <th scope="col">{alertTimes.lasted}</th>
                {surfaceNames.map((name) => (
                  <th key={name} scope="col">
                    {words.surfaces[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times.map((ring) => (
                <tr key={ring.received}>
                  <th scope="row">{timeOfDay(ring.received)}</th>
                  <td>{ring.ended === null ? alertTimes.ringing : durationText(ring.ended - ring.received)}</td>
                  {surfaceNames.map((name) => (
                    <Cell key={name} entry={ring.surfaces.find(({ surface }) => surface === name)} received={ring.received} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Cell({ entry, received }: { readonly entry: Times['surfaces'][number] | undefined; readonly received: number }): ReactElement {
  const { alertTimes } = useWords();
  if (entry === undefined) return <td className="dim">{alertTimes.notAsked}</td>;
  if (entry.shown === null) return <td className="dim">{alertTimes.result[entry.result]}</td>;
  return <td>{alertTimes.milliseconds(entry.shown - received)}</td>;
}
