import { useId, type ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';

interface KeepSignedInBoxProps {
  readonly checked: boolean;
  readonly readOnly: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** "Keep me signed in", and what that means. */
export function KeepSignedInBox({ checked, readOnly, onChange }: KeepSignedInBoxProps): ReactElement {
  const words = useWords();
  const id = useId();
  const hintId = useId();
  return (
    <div className="keep">
      <input
        id={id}
        className="keep__box"
        type="checkbox"
        checked={checked}
        disabled={readOnly}
        aria-describedby={hintId}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label className="keep__label" htmlFor={id}>
        {words.signIn.keepSignedIn}
      </label>
      <p className="keep__hint" id={hintId}>
        {words.signIn.keepSignedInHint}
      </p>
    </div>
  );
}
