import { Star } from 'lucide-react';
import type { ReactElement } from 'react';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';

interface StarButtonProps {
  readonly workNo: string;
  readonly on: boolean;
  readonly onPress: (workNo: string) => void;
  /** Among the rows it is reached by arrow keys. */
  readonly tabIndex?: number;
}

/** The same element for every row, which React then need not look into. */
const star = <Star aria-hidden="true" />;

/** Makes an agent a favourite, or takes that back. */
export function StarButton({ workNo, on, onPress, tabIndex = -1 }: StarButtonProps): ReactElement {
  const words = useWords();
  return (
    <button
      type="button"
      className="star"
      aria-pressed={on}
      aria-label={fillPhrase(words.roster.favourite, { workNo })}
      tabIndex={tabIndex}
      onClick={() => {
        onPress(workNo);
      }}
    >
      {star}
    </button>
  );
}
