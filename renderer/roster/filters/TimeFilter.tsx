import type { ReactElement } from 'react';
import type { RosterFilter } from '../../../contract/rosterView.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Popover } from '../../ui/Popover.tsx';

const MOST_MINUTES = 24 * 60;

interface TimeFilterProps {
  readonly filter: RosterFilter;
  readonly onChange: (part: Pick<RosterFilter, 'leastMinutes' | 'mostMinutes'>) => void;
}

/** Narrows to those who have been in their state for at least, or at most, so many minutes. */
export function TimeFilter({ filter: { leastMinutes, mostMinutes }, onChange }: TimeFilterProps): ReactElement {
  const words = useWords();
  return (
    <Popover
      label={words.filters.timeLabel(leastMinutes, mostMinutes)}
      title={words.filters.time}
      active={leastMinutes !== null || mostMinutes !== null}
    >
      <div className="popover__fields">
        <Minutes
          label={words.filters.atLeast}
          value={leastMinutes}
          onChange={(minutes) => {
            onChange({ leastMinutes: minutes, mostMinutes });
          }}
        />
        <Minutes
          label={words.filters.atMost}
          value={mostMinutes}
          onChange={(minutes) => {
            onChange({ leastMinutes, mostMinutes: minutes });
          }}
        />
      </div>
      <button
        type="button"
        className="button"
        onClick={() => {
          onChange({ leastMinutes: null, mostMinutes: null });
        }}
      >
        {words.filters.anyTime}
      </button>
    </Popover>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
}

function Minutes({ label, value, onChange }: MinutesProps): ReactElement {
  return (
    <label>
      {label}
      <input
        className="text-field"
        type="number"
        min={0}
        max={MOST_MINUTES}
        step="any"
        value={value ?? ''}
        onChange={(event) => {
          const minutes = event.target.valueAsNumber;
          onChange(Number.isNaN(minutes) ? null : Math.min(MOST_MINUTES, Math.max(0, minutes)));
        }}
      />
    </label>
  );
}
