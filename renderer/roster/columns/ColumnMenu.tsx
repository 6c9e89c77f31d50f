import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { freshColumns, freshRosterView, rosterColumns, type RosterColumn, type RosterView } from '../../../contract/rosterView.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { shownColumns } from './columnTracks.ts';
import type { Columns } from './useColumns.ts';

interface ColumnMenuProps {
  readonly view: RosterView;
  readonly columns: Columns;
  readonly change: (part: Partial<RosterView>) => void;
  readonly onSay: (words: string) => void;
}

/** Chooses the columns, their order and the height of the rows, and takes all of that back. */
export function ColumnMenu({ view, columns, change, onSay }: ColumnMenuProps): ReactElement {
  const words = useWords();
  const layout = view.columns;
  const hidden = shownColumns({ ...layout, hidden: [] }, rosterColumns).filter((column) => !columns.shown.includes(column));

  function move(column: RosterColumn, place: number): void {
    columns.moveTo(column, place);
    onSay(words.columns.movedTo(words.roster[column], place + 2, columns.shown.length + 1));
  }

  function item(column: RosterColumn, place: number | null): ReactElement {
    const name = words.roster[column];
    return (
      <li key={column} className="popover__item">
        <label>
          <input
            type="checkbox"
            checked={place !== null}
            onChange={() => {
              change({
                columns: {
                  ...layout,
                  hidden: place === null ? layout.hidden.filter((each) => each !== column) : [...layout.hidden, column],
                },
              });
            }}
          />
          {name}
        </label>
        {place === null ? null : (
          <>
            <Button
              look="quiet"
              size="icon"
              blocked={place === 0}
              aria-label={fillPhrase(words.columns.earlier, { name })}
              onClick={() => {
                move(column, place - 1);
              }}
            >
              <ChevronUp aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              size="icon"
              blocked={place === columns.shown.length - 1}
              aria-label={fillPhrase(words.columns.later, { name })}
              onClick={() => {
                move(column, place + 1);
              }}
            >
              <ChevronDown aria-hidden="true" />
            </Button>
          </>
        )}
      </li>
    );
  }

  return (
    <Popover label={words.columns.title} title={words.columns.title}>
      <ul className="popover__list" aria-label={words.columns.title}>
        {columns.shown.map((column, place) => item(column, place))}
        {hidden.map((column) => item(column, null))}
      </ul>
      <div className="popover__item">
        <label>
          <input
            type="checkbox"
            checked={view.density === 'compact'}
            onChange={(event) => {
              change({ density: event.target.checked ? 'compact' : 'normal' });
            }}
          />
          {words.columns.compact}
        </label>
      </div>
      <Button
        onClick={() => {
          change({ columns: freshColumns, density: freshRosterView.density, sort: freshRosterView.sort });
        }}
      >
        {words.columns.reset}
      </Button>
    </Popover>
  );
}
