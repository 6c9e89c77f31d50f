import { useMemo, type ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import { useRosterStore } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { textOrder } from '../../model/agents/tableOrder.ts';

interface GroupFilterProps {
  readonly chosen: readonly string[];
  readonly onChoose: (groups: string[]) => void;
}

/** Chooses skill groups, each with how many agents it has. */
export function GroupFilter({ chosen, onChoose }: GroupFilterProps): ReactElement {
  const words = useWords();
  const [only] = chosen;
  const label = chosen.length === 1 && only !== undefined ? groupName(only, words.roster.noGroup) : words.filters.groups(chosen.length);
  return (
    <Popover label={<bdi className="clip chip__text">{label}</bdi>} title={words.filters.group} active={chosen.length > 0}>
      <GroupList chosen={chosen} onChoose={onChoose} />
    </Popover>
  );
}

/** Mounted, and so counted, only while it is open. */
function GroupList({ chosen, onChoose }: GroupFilterProps): ReactElement {
  const words = useWords();
  const roster = useRosterStore();
  // Counted as it opened: a list that moves under the pointer is hard to choose from.
  const groups = useMemo(() => countGroups(roster.rows().values(), chosen), [roster, chosen]);
  return (
    <>
      <ul className="popover__list" aria-label={words.filters.group}>
        {groups.map(([group, count]) => (
          <li key={group} className="popover__item">
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(group)}
                onChange={(event) => {
                  onChoose(event.target.checked ? [...chosen, group] : chosen.filter((each) => each !== group));
                }}
              />
              <bdi className="clip">{groupName(group, words.roster.noGroup)}</bdi>
            </label>
            <span className="popover__count">{words.number(count)}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => {
          onChoose([]);
        }}
      >
        {words.filters.allGroups}
      </button>
    </>
  );
}

function groupName(group: string, none: string): string {
  return group === '' ? none : group;
}

function countGroups(rows: Iterable<RosterRow>, chosen: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>(chosen.map((group) => [group, 0]));
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const compare = textOrder();
  return [...counts].sort(([a], [b]) => compare(a, b));
}
