import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { ruleColours, ruleKinds, ruleStates, type Rule } from '../../contract/rules.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useFirstFocus } from '../ui/useFirstFocus.ts';
import {
  draftOf,
  lacksGroup,
  newDraft,
  numberOf,
  numberOfKind,
  ruleNumbers,
  ruleOf,
  type RuleDraft,
  type RuleNumber,
} from './ruleDraft.ts';
import { TestRuleButton } from './TestRuleButton.tsx';

interface RuleEditorProps {
  /** Null: a new one. */
  readonly rule: Rule | null;
  /** Names that are known, to choose from. */
  readonly groups: readonly string[];
  readonly skills: readonly string[];
  readonly onSave: (rule: Rule) => void;
  readonly onCancel: () => void;
}

/** One rule, with every field that its kind has. */
export function RuleEditor({ rule, groups, skills, onSave, onCancel }: RuleEditorProps): ReactElement {
  const words = useWords();
  const { editor } = words.rules;
  const title = useId();
  const first = useFirstFocus<HTMLInputElement>();
  const [draft, setDraft] = useState<RuleDraft>(() => (rule === null ? newDraft : draftOf(rule)));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<RuleDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
  };
  const said = ruleOf(draft);
  const ofAgents = draft.kind === 'timeInState' || draft.kind === 'numberInState';
  const number = (field: RuleNumber, label: string): ReactElement => {
    const { least, most } = ruleNumbers[field];
    const fault =
      numberOf(draft, field) === null ? fillPhrase(editor.wholeNumber, { least: String(least), most: words.number(most) }) : null;
    return (
      <TextField
        label={label}
        value={draft[field]}
        fault={fault}
        onChange={(value) => {
          change({ [field]: value });
        }}
      />
    );
  };
  return (
    <form
      className="rule-editor"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (said !== null) onSave(said);
      }}
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape') return;
        // Leaves the rule, not the settings.
        event.preventDefault();
        onCancel();
      })}
    >
      <h4 id={title}>{rule === null ? editor.add : editor.edit}</h4>
      <div className="rule-editor__fields">
        <label className="rule-editor__field">
          <span>{editor.name}</span>
          <input
            ref={first}
            className="typed"
            type="text"
            maxLength={60}
            value={draft.name}
            placeholder={editor.nameHint}
            onChange={(event) => {
              change({ name: event.target.value });
            }}
          />
        </label>
        <Field name={editor.kind}>
          <Choice
            label={editor.kind}
            value={draft.kind}
            options={ruleKinds.map((value) => ({ value, words: editor.kinds[value] }))}
            locked={false}
            onChange={(kind) => {
              change({ kind });
            }}
          />
        </Field>
        {ofAgents ? (
          <>
            <Field name={editor.state}>
              <Choice
                label={editor.state}
                value={draft.state}
                options={ruleStates.map((value) => ({ value, words: editor.states[value] }))}
                locked={false}
                onChange={(state) => {
                  change({ state });
                }}
              />
            </Field>
            <Field name={editor.of}>
              <Choice
                label={editor.of}
                value={draft.of}
                options={(['all', 'favourites', 'group'] as const).map((value) => ({ value, words: editor.ofWhom[value] }))}
                locked={false}
                onChange={(of) => {
                  change({ of });
                }}
              />
            </Field>
            {draft.of === 'group' ? (
              <TextField
                label={editor.group}
                value={draft.group}
                fault={tried && lacksGroup(draft) ? editor.groupMissing : null}
                suggestions={groups}
                onChange={(group) => {
                  change({ group });
                }}
              />
            ) : null}
          </>
        ) : (
          <TextField
            label={editor.skill}
            hint={editor.skillHint}
            value={draft.skill}
            fault={null}
            suggestions={skills}
            onChange={(skill) => {
              change({ skill });
            }}
          />
        )}
        {draft.kind === 'numberInState' ? (
          <Field name={editor.bound}>
            <Choice
              label={editor.bound}
              value={draft.bound}
              options={(['moreThan', 'fewerThan'] as const).map((value) => ({ value, words: editor.bounds[value] }))}
              locked={false}
              onChange={(bound) => {
                change({ bound });
              }}
            />
          </Field>
        ) : null}
        {number(numberOfKind[draft.kind], editor[numberOfKind[draft.kind]])}
        <Field name={editor.colour}>
          <span className="rule-editor__colour">
            <Choice
              label={editor.colour}
              value={draft.colour}
              options={ruleColours.map((value) => ({ value, words: editor.colours[value] }))}
              locked={false}
              onChange={(colour) => {
                change({ colour });
              }}
            />
            <span className={`rule-mark rule-mark--${draft.colour}`} aria-hidden="true" />
          </span>
        </Field>
        <div className="rule-editor__field rule-editor__switches">
          <Switch
            label={editor.toast}
            on={draft.toast}
            locked={false}
            onChange={(toast) => {
              change({ toast });
            }}
          />
          <Switch
            label={editor.sound}
            on={draft.sound}
            locked={false}
            onChange={(sound) => {
              change({ sound });
            }}
          />
          <Switch
            label={editor.enabled}
            on={draft.enabled}
            locked={false}
            onChange={(enabled) => {
              change({ enabled });
            }}
          />
        </div>
      </div>
      {said === null ? null : <p className="dim">{words.rules.watches(said.watch)}</p>}
      <div className="rule-editor__acts">
        <Button type="submit" look="primary">
          {words.rules.save}
        </Button>
        <Button onClick={onCancel}>{words.rules.cancel}</Button>
        {said === null ? null : <TestRuleButton rule={said} />}
      </div>
    </form>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="rule-editor__field">
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly fault: string | null;
  readonly suggestions?: readonly string[];
  readonly onChange: (value: string) => void;
}

function TextField({ label, hint, value, fault, suggestions = [], onChange }: TextFieldProps): ReactElement {
  const id = useId();
  const faultId = useId();
  const listId = useId();
  return (
    <div className="rule-editor__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="typed"
        type="text"
        value={value}
        placeholder={hint}
        spellCheck={false}
        list={suggestions.length === 0 ? undefined : listId}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={fault === null ? undefined : faultId}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={listId}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {fault === null ? null : (
        <p className="setting__fault" id={faultId} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
