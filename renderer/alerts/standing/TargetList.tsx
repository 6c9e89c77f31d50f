import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StandingTarget } from '../../../contract/standing.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRestoredFocus } from '../../ui/useRestoredFocus.ts';
import { moved, targetId } from './draft.ts';
import { targetText } from './targetNames.ts';

interface TargetListProps {
  readonly targets: readonly StandingTarget[];
  readonly onChange: (targets: readonly StandingTarget[]) => void;
}

/** Who is on the list, in order. */
export function TargetList({ targets, onChange }: TargetListProps): ReactElement {
  const words = useWords();
  const { standing } = words;
  const kept = useRestoredFocus<HTMLDivElement>();
  return (
    <div {...kept}>
      {targets.length === 0 ? <p className="dim">{standing.nobody}</p> : null}
      <ol className="standing__list" aria-label={standing.list}>
        {targets.map((target, at) => {
          const who = targetText(target, words);
          return (
            <li key={targetId(target)} className="standing__target">
              <bdi className="clip">{who}</bdi>
              <Button
                look="quiet"
                size="icon"
                aria-label={fillPhrase(standing.earlier, { who })}
                title={fillPhrase(standing.earlier, { who })}
                blocked={at === 0}
                onClick={() => {
                  onChange(moved(targets, at, -1));
                }}
              >
                <ArrowUp aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={fillPhrase(standing.later, { who })}
                title={fillPhrase(standing.later, { who })}
                blocked={at === targets.length - 1}
                onClick={() => {
                  onChange(moved(targets, at, 1));
                }}
              >
                <ArrowDown aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={fillPhrase(standing.remove, { who })}
                title={fillPhrase(standing.remove, { who })}
                onClick={() => {
                  onChange(targets.filter((each) => each !== target));
                }}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ol>
      <p className="dim standing__hint">{standing.precedence}</p>
    </div>
  );
}
