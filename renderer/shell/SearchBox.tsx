import { Search, X } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Finds agents by number or name, as one types. */
export function SearchBox({ query, onQuery }: SearchBoxProps): ReactElement {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="search">
      <Search aria-hidden="true" />
      <input
        ref={input}
        className="search__input"
        type="search"
        aria-label={words.shell.search}
        placeholder={words.shell.search}
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            onQuery('');
          }
        }}
      />
      {query === '' ? null : (
        <button
          type="button"
          className="search__clear"
          aria-label={words.shell.clearSearch}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
