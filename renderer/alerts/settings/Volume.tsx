import { useState, type ReactElement } from 'react';
import { useWords } from '../../i18n/WordsContext.tsx';
import { unlessComposing } from '../../keys/composing.ts';

interface VolumeProps {
  readonly label: string;
  /** Per cent. */
  readonly value: number;
  readonly locked: boolean;
  onChange(value: number): void;
}

/** The volume; said once, when it is let go of. */
export function Volume({ label, value, locked, onChange }: VolumeProps): ReactElement {
  const words = useWords();
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;
  const letGo = (): void => {
    if (held !== null && held !== value) onChange(held);
    setHeld(null);
  };
  return (
    <span className="volume">
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        aria-label={label}
        value={shown}
        disabled={locked}
        onChange={(event) => {
          setHeld(event.target.valueAsNumber);
        }}
        onPointerUp={letGo}
        onKeyUp={unlessComposing(letGo)}
        onBlur={letGo}
      />
      <span className="volume__value">{words.settings.alerts.perCent(shown)}</span>
    </span>
  );
}
