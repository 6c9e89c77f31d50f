import { Search, X } from 'lucide-react';
import { useState, type ReactElement, type RefObject } from 'react';
import { useAgentList } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';

const MOST = 100;

interface SearchBoxProps {
  readonly query: string;
  readonly singleKeys: boolean;
  readonly onQuery: (query: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** To what was found. */
  readonly onDown: () => void;
}

/**
 * Finds agents by number, name or pinyin, as one types; Enter and the down arrow go to what was found. What an input method composes is
 * searched once it is typed: until then the list stays as it is.
 */
export function SearchBox({ query, singleKeys, onQuery, inputRef, onDown }: SearchBoxProps): ReactElement {
  const words = useWords();
  const agents = useAgentList();
  /** What stands in the box while an input method composes in it; null: it does not. */
  const [composed, setComposed] = useState<string | null>(null);
  const shown = composed ?? query;
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
        value={shown}
        maxLength={MOST}
        spellCheck={false}
        autoComplete="off"
        onFocus={agents.prepareSearch}
        onCompositionStart={() => {
          setComposed(query);
        }}
        onCompositionEnd={(event) => {
          setComposed(null);
          const typed = event.currentTarget.value;
          if (typed !== query) onQuery(typed);
        }}
        onChange={(event) => {
          if (composed === null) onQuery(event.target.value);
          else setComposed(event.target.value);
        }}
        onKeyDown={unlessComposing((event) => {
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault();
            onQuery('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onDown();
          }
        })}
      />
      {shown === '' ? null : (
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
