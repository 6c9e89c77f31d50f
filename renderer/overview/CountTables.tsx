import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import type { CentreCounts } from './centreCounts.ts';

/** The charts' numbers as tables, for those who do not see them. */
export function CountTables({ counts }: { readonly counts: CentreCounts }): ReactElement {
  const words = useWords();
  return (
    <div className="only-spoken">
      <table>
        <caption>{words.overview.byState}</caption>
        <tbody>
          {counts.states.map(({ state, count }) => (
            <tr key={state}>
              <th scope="row">{words.states[state]}</th>
              <td>{words.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>{words.overview.byGroup}</caption>
        <thead>
          <tr>
            <th scope="col">{words.roster.group}</th>
            <th scope="col">{words.overview.agents}</th>
            <th scope="col">{words.overview.inCalls}</th>
            <th scope="col">{words.states.idle}</th>
          </tr>
        </thead>
        <tbody>
          {counts.groups.map(({ group, all, inCall, idle }) => (
            <tr key={group}>
              <th scope="row">{group === '' ? words.roster.noGroup : group}</th>
              <td>{words.number(all)}</td>
              <td>{words.number(inCall)}</td>
              <td>{words.number(idle)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
