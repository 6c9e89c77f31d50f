import { Settings, Stethoscope } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { signInValues } from '../../contract/signInForm.ts';
import type { KeepSignedIn, SignInForm as FormValues } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { Field } from './Field.tsx';
import { KeepSignedInBox } from './KeepSignedInBox.tsx';
import { fieldNames, missingFields, type FieldName, type SignInChoices } from './formCheck.ts';
import './sign-in.css';

/** The longest values that the contract takes. */
const longest: Readonly<Record<FieldName, number>> = { gatewayAddress: 300, agentId: 32, password: 32, phoneNumber: 24 };

interface SignInFormProps {
  readonly values: FormValues;
  /** The administrator set the gateway: it is shown, and cannot be changed. */
  readonly gatewayLocked: boolean;
  readonly onChange: (values: FormValues) => void;
  /** Whether "Keep me signed in" can be chosen, and was. */
  readonly keepSignedIn: KeepSignedIn;
  /** The last session was ended by another sign-in: signing in means taking over. */
  readonly takesOver: boolean;
  readonly onSignIn: (values: FormValues, choices: SignInChoices) => void;
  /** What is going on, while something is; the form then waits, and can be taken back. */
  readonly busy: ReactNode | null;
  readonly onCancel: () => void;
  readonly problem: Problem | null;
  readonly version: string;
  readonly onSettings: () => void;
  readonly onDiagnostics: () => void;
}

/** The sign-in page. */
export function SignInForm(props: SignInFormProps): ReactElement {
  const {
    values,
    gatewayLocked,
    onChange,
    keepSignedIn,
    takesOver,
    onSignIn,
    busy,
    onCancel,
    problem,
    version,
    onSettings,
    onDiagnostics,
  } = props;
  const words = useWords();
  const [faulty, setFaulty] = useState<ReadonlySet<FieldName>>(new Set());
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const problemPanel = useRef<HTMLDivElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const [keeps, setKeeps] = useState(keepSignedIn === 'on');
  const waiting = busy !== null;
  const [firstMissing] = missingFields(values);

  const focusNext = useEffectEvent(() => {
    if (document.activeElement !== document.body) return;
    const input = firstMissing === undefined ? undefined : inputs.current.get(firstMissing);
    (input ?? submitButton.current)?.focus();
  });
  // At the start, and when waiting ends and takes its Cancel button away.
  useEffect(() => {
    if (!waiting) focusNext();
  }, [waiting]);

  // A state message is a new object each time; the same problem must not take the focus again.
  const problemKey = problem === null ? '' : `${problem.code} ${problem.meaning}`;
  useEffect(() => {
    if (problemKey !== '') problemPanel.current?.focus();
  }, [problemKey]);

  function submit(): void {
    if (waiting) return;
    const missing = missingFields(values);
    setFaulty(new Set(missing));
    const [first] = missing;
    if (first === undefined) onSignIn(signInValues(values), { keepSignedIn: keeps && keepSignedIn !== 'notOffered', takeOver: takesOver });
    else inputs.current.get(first)?.focus();
  }

  return (
    <PagePanel
      title={words.product}
      lead={words.signIn.lead}
      foot={
        <>
          {fillPhrase(words.signIn.version, { version })}
          {waiting ? null : (
            <>
              <Button look="quiet" onClick={onSettings}>
                <Settings aria-hidden="true" />
                {words.settings.open}
              </Button>
              <Button look="quiet" onClick={onDiagnostics}>
                <Stethoscope aria-hidden="true" />
                {words.diagnostics.title}
              </Button>
            </>
          )}
        </>
      }
    >
      {problem === null ? null : <ProblemPanel problem={problem} ref={problemPanel} />}
      <form
        className="sign-in"
        noValidate
        aria-busy={waiting}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {fieldNames.map((name) => (
          <Field
            key={name}
            label={words.signIn[name]}
            value={values[name]}
            longest={longest[name]}
            secret={name === 'password'}
            readOnly={waiting}
            locked={gatewayLocked && name === 'gatewayAddress'}
            fault={faulty.has(name) ? words.signIn.missing[name] : null}
            {...(name === 'phoneNumber' ? { hint: words.signIn.phoneHint } : {})}
            ref={(input) => {
              if (input === null) inputs.current.delete(name);
              else inputs.current.set(name, input);
            }}
            onChange={(value) => {
              onChange({ ...values, [name]: value });
              if (value !== '') setFaulty((before) => new Set([...before].filter((each) => each !== name)));
            }}
          />
        ))}
        {keepSignedIn === 'notOffered' ? null : <KeepSignedInBox checked={keeps} readOnly={waiting} onChange={setKeeps} />}
        <div className="page__buttons">
          <Button look="primary" size="form" type="submit" blocked={waiting} ref={submitButton}>
            {takesOver ? words.signIn.takeOver : words.signIn.signIn}
          </Button>
          {!waiting ? null : (
            <Button size="form" onClick={onCancel}>
              {words.signIn.cancel}
            </Button>
          )}
        </div>
        <p className="sign-in__busy" role="status">
          {busy}
        </p>
      </form>
    </PagePanel>
  );
}
