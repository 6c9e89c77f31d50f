import type { ReactElement } from 'react';
import type { WorkRow } from '../../contract/worklist.ts';
import type { AppState } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { blockFor, type ListenBlock } from '../model/listenBlock.ts';
import { listenIsActive } from '../model/listenPhase.ts';
import { durationText } from '../i18n/duration.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { dayText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { ListenButton } from '../ui/agent/ListenButton.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { StateMark } from '../ui/StateMark.tsx';
import { useRosterRows } from './useRosterRows.ts';

interface WorkTableProps {
  readonly state: AppState;
  readonly rows: readonly WorkRow[];
  readonly block: ListenBlock | null;
}

/** The agents of the plan, who needs it most first, each with what they do now. */
export function WorkTable({ state, rows, block }: WorkTableProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const now = useRosterRows();
  const { worklist } = words;
  const { listen, noRight, settings } = state;
  const acts = {
    listen: (workNo: string) => {
      actions.listen({ workNo });
    },
    stop: actions.stopListening,
    star: () => undefined,
  };
  return (
    <table className="work-table worklist__agents">
      <caption className="only-spoken">{worklist.table}</caption>
      <thead>
        <tr>
          <th scope="col">{worklist.agent}</th>
          <th scope="col">{words.roster.group}</th>
          <th scope="col">{worklist.listens}</th>
          <th scope="col" className="work-table__number">
            {worklist.heard}
          </th>
          <th scope="col">{worklist.last}</th>
          <th scope="col">{worklist.now}</th>
          <th scope="col">
            <span className="only-spoken">{words.roster.listen}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const agent = now.get(row.agent.workNo);
          const listened = listenIsActive(listen) && listen.agent.workNo === row.agent.workNo;
          return (
            <tr key={row.agent.workNo}>
              <th scope="row">
                <span className="worklist__agent">
                  <span className="clip">
                    {row.agent.name === '' ? null : (
                      <>
                        <AgentName name={row.agent.name} />{' '}
                      </>
                    )}
                    {row.agent.workNo}
                  </span>
                  {row.isNew ? <span className="worklist__badge">{worklist.isNew}</span> : null}
                </span>
              </th>
              <td>
                <bdi className="clip">{row.group === '' ? words.roster.noGroup : row.group}</bdi>
              </td>
              <td>
                <Done row={row} needed={settings.values.planListens} />
              </td>
              <td className="work-table__number">{durationText(row.heard)}</td>
              <td>{row.last === null ? <span className="dim">{worklist.never}</span> : dayText(row.last, words)}</td>
              <td>
                {agent === undefined || agent.state === 'signedOut' ? (
                  <span className="dim">{worklist.away}</span>
                ) : (
                  <StateMark state={agent.state} />
                )}
              </td>
              <td>
                {agent === undefined ? null : (
                  <ListenButton
                    agent={agent}
                    block={blockFor(agent, block, noRight.listen)}
                    listening={listened ? (listen.kind === 'stopping' ? 'stopping' : 'yes') : 'no'}
                    tabIndex={0}
                    acts={acts}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Done({ row: { done, tooShort, behind }, needed }: { readonly row: WorkRow; readonly needed: number }): ReactElement {
  const { worklist } = useWords();
  return (
    <span className="worklist__done">
      <progress value={Math.min(done, needed)} max={needed} aria-hidden="true" />
      {fillPhrase(worklist.doneOf, { done: String(done), needed: String(needed) })}
      {behind ? <span className="worklist__behind">{worklist.isBehind}</span> : null}
      {tooShort === 0 ? null : <span className="dim">{worklist.tooShort(tooShort)}</span>}
    </span>
  );
}
