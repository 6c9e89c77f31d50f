import type { ReactElement } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly locked: boolean;
  onChange(on: boolean): void;
}

/** A setting that is on or off. */
export function Switch({ label, on, locked, onChange }: SwitchProps): ReactElement {
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={on}
        disabled={locked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}
