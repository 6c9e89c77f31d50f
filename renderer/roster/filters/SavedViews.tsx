import { Trash2 } from 'lucide-react';
import { useState, type SyntheticEvent, type ReactElement } from 'react';
import type { RosterView, SavedView } from '../../../contract/rosterView.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

const MOST_VIEWS = 20;
const KEYED = 9;

interface SavedViewsProps {
  readonly view: RosterView;
  readonly change: (part: Partial<RosterView>) => void;
}

/** Filters and orders with a name; the first nine are a key away. */
export function SavedViews({ view, change }: SavedViewsProps): ReactElement {
  const words = useWords();
  const { views, filter, sort } = view;
  const present = views.find((saved) => isPresent(saved, view));
  return (
    <Popover
      label={<bdi className="clip chip__text">{present?.name ?? words.views.title}</bdi>}
      title={words.views.title}
      active={present !== undefined}
    >
      {views.length === 0 ? <p className="dim">{words.views.none}</p> : null}
      <ul className="popover__list" aria-label={words.views.title}>
        {views.map((saved, index) => (
          <li key={saved.name} className="popover__item">
            <button
              type="button"
              className="button button--quiet popover__wide"
              aria-current={saved === present}
              onClick={() => {
                change({ filter: saved.filter, sort: saved.sort });
              }}
            >
              <bdi className="clip">{saved.name}</bdi>
              {index < KEYED ? <kbd>{fillPhrase(words.views.key, { number: String(index + 1) })}</kbd> : null}
            </button>
            <Button
              look="quiet"
              size="icon"
              aria-label={fillPhrase(words.views.remove, { name: saved.name })}
              onClick={() => {
                change({ views: views.filter((each) => each !== saved) });
              }}
            >
              <Trash2 aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      {views.length < MOST_VIEWS ? (
        <NewView
          onSave={(name) => {
            // A name that is there already is given to the present view.
            change({ views: [...views.filter((each) => each.name !== name), { name, filter, sort }] });
          }}
        />
      ) : (
        <p className="dim">{words.views.full}</p>
      )}
    </Popover>
  );
}

function NewView({ onSave }: { readonly onSave: (name: string) => void }): ReactElement {
  const words = useWords();
  const [name, setName] = useState('');
  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  }
  return (
    <form className="popover__fields" onSubmit={onSubmit}>
      <label>
        {words.views.name}
        <input
          className="text-field"
          value={name}
          maxLength={40}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <Button type="submit">{words.views.save}</Button>
    </form>
  );
}

function isPresent(saved: SavedView, { filter, sort }: RosterView): boolean {
  return JSON.stringify([saved.filter, saved.sort]) === JSON.stringify([filter, sort]);
}
