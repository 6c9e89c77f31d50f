import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import type { CentreCounts } from './centreCounts.ts';
import { GroupTable } from './GroupTable.tsx';

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
      <GroupTable groups={counts.groups} caption={words.overview.byGroup} />
    </div>
  );
}
