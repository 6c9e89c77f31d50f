import { Search, X } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';

const MOST = 100;

interface SearchBoxProps {
  readonly query: string;
  readonly singleKeys: boolean;
  readonly onQuery: (query: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** To what was found. */
  readonly onDown: () => void;
}

/** Finds agents by number, name or pinyin, as one types; Enter and the down arrow go to what was found. */
export function SearchBox({ query, singleKeys, onQuery, inputRef, onDown }: SearchBoxProps): ReactElement {
  const words = useWords();
  return (
    <div className="search">
      <Search aria-hidden="true" />
      <input
        ref={inputRef}
        className="search__input"
        type="search"
        aria-label={words.shell.search}
        aria-keyshortcuts={singleKeys ? '/' : undefined}
        placeholder={words.shell.searchHint}
        title={words.shell.searchHint}
        value={query}
        maxLength={MOST}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onQuery(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            onQuery('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onDown();
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
            inputRef.current?.focus();
          }}
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
