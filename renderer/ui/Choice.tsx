import type { ReactElement } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly locked: boolean;
  onChange(value: Value): void;
}

/** A setting that is one of a few. */
export function Choice<Value extends string>({ label, value, options, locked, onChange }: ChoiceProps<Value>): ReactElement {
  return (
    <select
      className="choice"
      aria-label={label}
      value={value}
      disabled={locked}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
