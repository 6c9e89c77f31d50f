import { ChevronDown, ChevronUp, PhoneMissed } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { MissedRing } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useRestoredFocus } from '../../ui/useRestoredFocus.ts';
import '../../ui/lines.css';
import { MissedRingRow } from './MissedRingRow.tsx';
import './missed.css';

interface MissedRingsProps {
  /** Newest first. */
  readonly rings: readonly MissedRing[];
  /** Whether a listen could begin now. */
  readonly canListen: boolean;
}

/** How many rings were missed; opened, each with its agent and time. One alone is shown at once. */
export function MissedRings({ rings, canListen }: MissedRingsProps): ReactElement | null {
  const words = useWords();
  const { dismissMissed } = useActions();
  const [open, setOpen] = useState(false);
  const kept = useRestoredFocus<HTMLDivElement>();
  if (rings.length === 0) return null;
  const count = rings.reduce((sum, { times }) => sum + times, 0);
  return (
    <div className="missed" role="group" aria-label={words.missed.title} {...kept}>
      {rings.length === 1 ? null : (
        <div className="line line--plain">
          <PhoneMissed aria-hidden="true" />
          <p className="line__words">{words.missed.count(count)}</p>
          <Button
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? words.missed.hide : words.missed.show}
            {open ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              dismissMissed({ id: null });
            }}
          >
            {words.missed.dismissAll}
          </Button>
        </div>
      )}
      {rings.length === 1 || open ? (
        <ul className="missed__list">
          {rings.map((ring) => (
            <MissedRingRow key={ring.id} ring={ring} canListen={canListen} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
