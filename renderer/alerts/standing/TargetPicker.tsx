import { useMemo, useState, type ReactElement } from 'react';
import type { StandingTarget } from '../../../contract/standing.ts';
import { asTyped } from '../../../contract/typed.ts';
import { isWorkNo } from '../../../contract/workNo.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { unlessComposing } from '../../keys/composing.ts';
import { textOrder } from '../../model/agents/tableOrder.ts';
import { useAgentList, useListView, useRosterStore, useRosterView } from '../../model/EarshotContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { targetId } from './draft.ts';
import { targetText } from './targetNames.ts';

/** Agents that one search offers; who is not among them is found by another word. */
const offered = 6;

interface TargetPickerProps {
  readonly targets: readonly StandingTarget[];
  readonly onAdd: (targets: readonly StandingTarget[]) => void;
}

/** Puts agents, groups and favourites on the list. */
export function TargetPicker({ targets, onAdd }: TargetPickerProps): ReactElement {
  const { standing } = useWords();
  const { view } = useRosterView();
  const roster = useRosterStore();
  return (
    <div className="standing__picker">
      <AgentSearch targets={targets} onAdd={onAdd} />
      <GroupChoice targets={targets} onAdd={onAdd} />
      {view.favourites.length === 0 ? null : (
        <Button
          onClick={() => {
            onAdd(view.favourites.map((workNo) => ({ kind: 'agent', agent: { workNo, name: roster.rows().get(workNo)?.name ?? '' } })));
          }}
        >
          {standing.addFavourites(view.favourites.length)}
        </Button>
      )}
    </div>
  );
}

function AgentSearch({ targets, onAdd }: TargetPickerProps): ReactElement {
  const words = useWords();
  const { standing } = words;
  const list = useAgentList();
  // Found again as the agents, and what is known of how their names sound, change.
  useListView();
  const [query, setQuery] = useState('');
  const known = new Set(targets.map(targetId));
  const signedIn = list
    .find(query, offered + targets.length)
    .map(({ workNo, name }): StandingTarget => ({ kind: 'agent', agent: { workNo, name } }))
    .filter((target) => !known.has(targetId(target)))
    .slice(0, offered);
  const found = signedIn.length > 0 ? signedIn : byNumber(asTyped(query)).filter((target) => !known.has(targetId(target)));
  const [first] = found;
  function add(target: StandingTarget): void {
    onAdd([target]);
    setQuery('');
  }
  return (
    <div className="standing__search">
      <label className="standing__field">
        {standing.addAgent}
        <input
          className="text-field"
          type="search"
          value={query}
          placeholder={standing.searchHint}
          spellCheck={false}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
          onKeyDown={unlessComposing((event) => {
            if (event.key !== 'Enter') return;
            // No form is sent by it.
            event.preventDefault();
            if (first !== undefined) add(first);
          })}
        />
      </label>
      {query.trim() === '' ? null : (
        <div className="standing__found" role="group" aria-label={standing.found}>
          {signedIn.length > 0 ? null : <p className="dim">{found.length === 0 ? standing.noneFound : standing.awayNow}</p>}
          {found.map((target) => (
            <Button
              key={targetId(target)}
              aria-label={fillPhrase(standing.add, { who: targetText(target, words) })}
              onClick={() => {
                add(target);
              }}
            >
              <bdi className="clip">{targetText(target, words)}</bdi>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whoever is not signed in now may come yet; their number does. */
function byNumber(typed: string): readonly StandingTarget[] {
  return isWorkNo(typed) ? [{ kind: 'agent', agent: { workNo: typed, name: '' } }] : [];
}

function GroupChoice({ targets, onAdd }: TargetPickerProps): ReactElement | null {
  const { standing } = useWords();
  const roster = useRosterStore();
  const [chosen, setChosen] = useState('');
  // As they were when the dialog opened: a list that moves is hard to choose from.
  const all = useMemo(() => groupsOf(roster.rows().values()), [roster]);
  const known = new Set(targets.map(targetId));
  const groups = all.filter((group) => !known.has(targetId({ kind: 'group', group })));
  const group = groups.includes(chosen) ? chosen : (groups[0] ?? null);
  if (group === null) return null;
  return (
    <div className="standing__group">
      <label className="standing__field">
        {standing.addGroup}
        <select
          className="text-field"
          value={group}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          {groups.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Button
        aria-label={fillPhrase(standing.add, { who: group })}
        onClick={() => {
          onAdd([{ kind: 'group', group }]);
        }}
      >
        {standing.addIt}
      </Button>
    </div>
  );
}

function groupsOf(rows: Iterable<{ readonly group: string }>): readonly string[] {
  const groups = new Set<string>();
  for (const { group } of rows) if (group !== '') groups.add(group);
  return [...groups].sort(textOrder());
}
