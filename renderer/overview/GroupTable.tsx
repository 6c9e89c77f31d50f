import type { ReactElement } from 'react';
import { useRuleMarks } from '../model/ruleMarks.ts';
import { RuleDot } from '../ui/RuleDot.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import type { GroupCount } from './centreCounts.ts';

interface GroupTableProps {
  readonly groups: readonly GroupCount[];
  /** Empty: what stands around it says what it is. */
  readonly caption?: string;
  readonly className?: string;
}

/** The groups in numbers. */
export function GroupTable({ groups, caption = '', className = '' }: GroupTableProps): ReactElement {
  const words = useWords();
  const marks = useRuleMarks();
  return (
    <table className={className}>
      {caption === '' ? null : <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{words.roster.group}</th>
          <th scope="col">{words.overview.agents}</th>
          <th scope="col">{words.overview.inCalls}</th>
          <th scope="col">{words.states.idle}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, all, inCall, idle }) => (
          <tr key={group}>
            <th scope="row">
              <RuleDot mark={marks.groups.get(group)} />
              <bdi className="clip">{group === '' ? words.roster.noGroup : group}</bdi>
            </th>
            <td>{words.number(all)}</td>
            <td>{words.number(inCall)}</td>
            <td>{words.number(idle)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
