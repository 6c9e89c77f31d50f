import { Ear, LayoutDashboard, MonitorPlay, Radar, Star } from 'lucide-react';
import { Toggle } from 'radix-ui';
import { memo, type ReactElement } from 'react';
import type { RosterFilter, RosterView } from '../../contract/rosterView.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ColumnMenu } from './columns/ColumnMenu.tsx';
import type { Columns } from './columns/useColumns.ts';
import { GroupFilter } from './filters/GroupFilter.tsx';
import { SavedViews } from './filters/SavedViews.tsx';
import { TimeFilter } from './filters/TimeFilter.tsx';

interface RosterToolsProps {
  readonly view: RosterView;
  readonly columns: Columns;
  readonly change: (part: Partial<RosterView>) => void;
  readonly onSay: (words: string) => void;
  /** Opens the dialog of standing listens with the groups on its list that the agents are narrowed to; null: nobody may be followed. */
  readonly onStanding: ((targets: readonly StandingTarget[]) => void) | null;
  readonly onWallboard: () => void;
}

/** The other filters, and how the roster is shown. */
export const RosterTools = memo(function RosterTools(props: RosterToolsProps): ReactElement {
  const { view, columns, change, onSay, onStanding, onWallboard } = props;
  const words = useWords();
  const { filter } = view;
  const narrow = (part: Partial<RosterFilter>): void => {
    change({ filter: { ...filter, ...part } });
  };
  return (
    <div className="tools" role="group" aria-label={words.filters.title}>
      <GroupFilter
        chosen={filter.groups}
        onChoose={(groups) => {
          narrow({ groups });
        }}
      />
      <TimeFilter filter={filter} onChange={narrow} />
      <Toggle.Root
        className="chip"
        pressed={filter.onlyListenable}
        onPressedChange={(onlyListenable) => {
          narrow({ onlyListenable });
        }}
      >
        <Ear aria-hidden="true" />
        {words.filters.listenable}
      </Toggle.Root>
      <Toggle.Root
        className="chip"
        pressed={filter.onlyFavourites}
        onPressedChange={(onlyFavourites) => {
          narrow({ onlyFavourites });
        }}
      >
        <Star aria-hidden="true" />
        {words.filters.favourites}
      </Toggle.Root>
      <span className="tools__gap" />
      <SavedViews view={view} change={change} />
      <ColumnMenu view={view} columns={columns} change={change} onSay={onSay} />
      <Toggle.Root
        className="chip"
        pressed={view.overview}
        onPressedChange={(overview) => {
          change({ overview });
        }}
      >
        <LayoutDashboard aria-hidden="true" />
        {words.overview.title}
      </Toggle.Root>
      {onStanding === null ? null : (
        <Button
          look="quiet"
          title={words.standing.hint}
          onClick={() => {
            onStanding(filter.groups.filter((group) => group !== '').map((group) => ({ kind: 'group', group })));
          }}
        >
          <Radar aria-hidden="true" />
          {words.standing.title}
        </Button>
      )}
      <Button look="quiet" onClick={onWallboard}>
        <MonitorPlay aria-hidden="true" />
        {words.wallboard.title}
      </Button>
    </div>
  );
});
