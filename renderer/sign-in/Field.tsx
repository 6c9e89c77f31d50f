import { useId, type ReactElement, type Ref } from 'react';
import { LockedNote } from '../ui/LockedNote.tsx';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly longest: number;
  readonly hint?: string;
  /** What is missing, said under the field. */
  readonly fault: string | null;
  readonly secret?: boolean;
  readonly readOnly: boolean;
  /** Set by the administrator. */
  readonly locked?: boolean;
  readonly ref: Ref<HTMLInputElement>;
}

/** A labelled field with its hint, and under it what is missing. */
export function Field({
  label,
  value,
  onChange,
  longest,
  hint,
  fault,
  secret = false,
  readOnly,
  locked = false,
  ref,
}: FieldProps): ReactElement {
  const id = useId();
  const hintId = useId();
  const faultId = useId();
  const lockedId = useId();
  const described = [locked ? lockedId : '', hint === undefined ? '' : hintId, fault === null ? '' : faultId].filter((each) => each !== '');
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        className="field__input"
        id={id}
        ref={ref}
        type={secret ? 'password' : 'text'}
        value={value}
        maxLength={longest}
        readOnly={readOnly || locked}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== null || undefined}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {locked ? <LockedNote id={lockedId} /> : null}
      {hint === undefined ? null : (
        <p className="field__hint" id={hintId}>
          {hint}
        </p>
      )}
      {fault === null ? null : (
        <p className="field__fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
