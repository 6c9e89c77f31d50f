import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { mostRules, type Rule, type RuleStatus } from '../../contract/rules.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { useActions, useRosterStore } from '../model/EarshotContext.tsx';
import { Button } from '../ui/Button.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { ruleKeys } from './ruleKeys.ts';
import { RuleRow } from './RuleRow.tsx';
import '../ui/framed-list.css';
import '../ui/rule-mark.css';
import './rules.css';

const signedOut: RuleStatus = { kind: 'notKnown', why: 'notSignedIn', wasOn: false };

/** The inspector's rules: how each stands, and what can be changed of it. */
export function RulesSection({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords().rules;
  const { changeSettings } = useActions();
  const groups = useGroups();
  const { values, locked } = state.settings;
  const { rules } = values;
  const isLocked = locked.includes('rules');
  /** The place of the rule that is edited; the one behind the last is new. Null: none. */
  const [chosen, setEditing] = useState<number | null>(null);
  const editing = isLocked ? null : chosen;
  const { editAt, addRef, leave } = useFocusAfter(editing, rules.length);
  const keys = ruleKeys(rules);
  const skills = state.queues.kind === 'ready' ? state.queues.queues.map(({ name }) => name) : [];
  const change = (next: readonly Rule[]): void => {
    changeSettings({ settings: { rules: [...next] } });
  };
  const editor = (at: number): ReactElement => (
    <RuleEditor
      rule={rules[at] ?? null}
      groups={groups}
      skills={skills}
      onSave={(rule) => {
        change(at < rules.length ? rules.with(at, rule) : [...rules, rule]);
        leave({ kind: 'saved', at });
        setEditing(null);
      }}
      onCancel={() => {
        leave(at < rules.length ? { kind: 'saved', at } : { kind: 'givenUp' });
        setEditing(null);
      }}
    />
  );
  return (
    <>
      <div className="settings__intro">
        <h3>{words.title}</h3>
        <p className="dim">{words.lead}</p>
      </div>
      <div className="settings__rows">
        <SettingRow setting="rules" name={words.own} hint={rules.length === 0 ? words.noneHint : undefined} locked={isLocked}>
          <div className="rules__head">
            <span>{rules.length === 0 ? words.none : words.count(rules.length)}</span>
            {isLocked || rules.length >= mostRules ? null : (
              <Button
                ref={addRef}
                onClick={() => {
                  setEditing(rules.length);
                }}
              >
                <Plus aria-hidden="true" />
                {words.add}
              </Button>
            )}
          </div>
        </SettingRow>
      </div>
      {editing === rules.length ? editor(rules.length) : null}
      {rules.length === 0 ? null : (
        <ul className="framed-list" aria-label={words.own}>
          {rules.map((rule, at) =>
            editing === at ? (
              <li key={keys[at]} className="rules__edited">
                {editor(at)}
              </li>
            ) : (
              <RuleRow
                key={keys[at]}
                rule={rule}
                status={state.rules[at] ?? signedOut}
                locked={isLocked}
                soundsOff={!values.alertSound || values.silentMode}
                editRef={editAt(at)}
                onEdit={() => {
                  setEditing(at);
                }}
                onRemove={() => {
                  setEditing(null);
                  leave({ kind: 'removed', of: rules.length });
                  change(rules.toSpliced(at, 1));
                }}
              />
            ),
          )}
        </ul>
      )}
    </>
  );
}

/** What was done last: the rule at this place was saved or left as it was, a new one was given up, or one of so many was removed. */
type Left =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'givenUp' }
  | { readonly kind: 'removed'; readonly of: number };

/**
 * Where the focus goes when the editor closes, or a rule is gone: to the rule's own button, or to the one that adds. A new rule's button
 * is there when Earshot has the rule, and one that is removed has its focus until Earshot has removed it.
 */
function useFocusAfter(editing: number | null, count: number) {
  const edits = useRef(new Map<number, HTMLButtonElement>());
  const addRef = useRef<HTMLButtonElement>(null);
  const left = useRef<Left | null>(null);
  useEffect(() => {
    if (editing !== null || left.current === null) return;
    const own = left.current.kind === 'saved' ? edits.current.get(left.current.at) : undefined;
    const active = document.activeElement;
    // Whoever has gone on meanwhile is left where they are.
    if (active === document.body || active === addRef.current) (own ?? addRef.current)?.focus();
    if (!isAwaited(left.current, own, count)) left.current = null;
  });
  return {
    addRef,
    editAt: (at: number) => (button: HTMLButtonElement | null) => {
      if (button === null) edits.current.delete(at);
      else edits.current.set(at, button);
    },
    leave: (last: Left) => {
      left.current = last;
    },
  };
}

/** Whether Earshot has not done it yet. */
function isAwaited(last: Left, own: HTMLButtonElement | undefined, count: number): boolean {
  switch (last.kind) {
    case 'saved':
      return own === undefined;
    case 'givenUp':
      return false;
    case 'removed':
      return count >= last.of;
  }
}

/** The groups of the agents that the page has. */
function useGroups(): readonly string[] {
  const store = useRosterStore();
  const [groups] = useState(() => [...new Set([...store.rows().values()].flatMap(({ group }) => (group === '' ? [] : [group])))].sort());
  return groups;
}
