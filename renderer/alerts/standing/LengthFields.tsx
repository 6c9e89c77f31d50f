import type { ReactElement } from 'react';
import { mostHours, mostListens } from '../../../contract/standing.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import type { Draft } from './draft.ts';

interface LengthFieldsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** How long it goes on: for hours, or in a time window; and after how many listens it is over. */
export function LengthFields({ draft, onChange }: LengthFieldsProps): ReactElement {
  const { standing } = useWords();
  const { lasts, hours, from, to, listens } = draft;
  return (
    <fieldset className="standing__length">
      <legend>{standing.length}</legend>
      <div className="standing__row">
        <label className="standing__choice">
          <input
            type="radio"
            name="standing-lasts"
            checked={lasts === 'hours'}
            onChange={() => {
              onChange({ lasts: 'hours' });
            }}
          />
          {standing.forHours}
        </label>
        <input
          className="text-field standing__number"
          type="number"
          min={1}
          max={mostHours}
          aria-label={standing.hours}
          value={hours}
          disabled={lasts !== 'hours'}
          onChange={(event) => {
            onChange({ hours: event.target.value });
          }}
        />
      </div>
      <div className="standing__row">
        <label className="standing__choice">
          <input
            type="radio"
            name="standing-lasts"
            checked={lasts === 'window'}
            onChange={() => {
              onChange({ lasts: 'window' });
            }}
          />
          {standing.inWindow}
        </label>
        <Time
          label={standing.from}
          value={from}
          disabled={lasts !== 'window'}
          onChange={(value) => {
            onChange({ from: value });
          }}
        />
        <span aria-hidden="true">–</span>
        <Time
          label={standing.to}
          value={to}
          disabled={lasts !== 'window'}
          onChange={(value) => {
            onChange({ to: value });
          }}
        />
      </div>
      {lasts === 'window' ? <p className="dim standing__hint">{from > to ? standing.throughMidnight : standing.windowHint}</p> : null}
      <label className="standing__row">
        {standing.overAfter}
        <input
          className="text-field standing__number"
          type="number"
          min={1}
          max={mostListens}
          placeholder={standing.anyNumber}
          value={listens}
          onChange={(event) => {
            onChange({ listens: event.target.value });
          }}
        />
        {standing.overAfterListens}
      </label>
    </fieldset>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function Time({ label, value, disabled, onChange }: TimeProps): ReactElement {
  return (
    <input
      className="text-field standing__time"
      type="time"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
