import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { mostRules, type Rule, type RuleStatus } from '../../contract/rules.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { useActions, useRosterStore } from '../model/EarshotContext.tsx';
import { Button } from '../ui/Button.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { RuleEditor } from './RuleEditor.tsx';
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
  const { editAt, addRef, leave } = useFocusAfter(editing);
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
        leave(at);
        setEditing(null);
      }}
      onCancel={() => {
        leave(at < rules.length ? at : 'nowhere');
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
              <li key={at} className="rules__edited">
                {editor(at)}
              </li>
            ) : (
              <RuleRow
                key={at}
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
                  leave('nowhere');
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

/**
 * Where the focus goes when the editor closes, or a rule is gone: to the rule's own button, or to the one that adds. A new rule's button
 * is there when Earshot has the rule.
 */
function useFocusAfter(editing: number | null) {
  const edits = useRef(new Map<number, HTMLButtonElement>());
  const addRef = useRef<HTMLButtonElement>(null);
  const left = useRef<number | 'nowhere' | null>(null);
  useEffect(() => {
    if (editing !== null || left.current === null) return;
    const own = left.current === 'nowhere' ? undefined : edits.current.get(left.current);
    const isWaiting = left.current !== 'nowhere' && own === undefined;
    const active = document.activeElement;
    // Whoever has gone on meanwhile is left where they are.
    if (active === document.body || active === addRef.current) (own ?? addRef.current)?.focus();
    if (!isWaiting) left.current = null;
  });
  return {
    addRef,
    editAt: (at: number) => (button: HTMLButtonElement | null) => {
      if (button === null) edits.current.delete(at);
      else edits.current.set(at, button);
    },
    leave: (at: number | 'nowhere') => {
      left.current = at;
    },
  };
}

/** The groups of the agents that the page has. */
function useGroups(): readonly string[] {
  const store = useRosterStore();
  const [groups] = useState(() => [...new Set([...store.rows().values()].flatMap(({ group }) => (group === '' ? [] : [group])))].sort());
  return groups;
}
