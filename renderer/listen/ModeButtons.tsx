import type { ReactElement } from 'react';
import type { Mode, NoRight, ShownInspection } from '../../contract/inspection.ts';
import type { Settings } from '../../contract/settings.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import { offeredModes } from './offeredModes.ts';

interface ModeButtonsProps {
  readonly inspection: ShownInspection;
  readonly settings: Settings;
  readonly noRight: NoRight;
  readonly onMode: (mode: Mode) => void;
}

/** The ways to go on in the call; pressed is the one that the gateway confirmed, and none while that is not known. */
export function ModeButtons({ inspection, settings, noRight, onMode }: ModeButtonsProps): ReactElement | null {
  const { modes } = useWords();
  const offered = offeredModes(inspection, settings, noRight);
  const settling = useSettling('modes', { appears: true });
  if (offered.length === 0) return null;
  const reasons = offered.flatMap(({ mode, how }) => (how === 'noRight' && mode !== 'listen' ? [modes.noRight[mode]] : []));
  return (
    <div className="modes">
      <div className="modes__buttons" role="group" aria-label={modes.group}>
        {offered.map(({ mode, how }) => (
          <Button
            key={mode}
            size="form"
            className={how === 'is' ? 'modes__is' : ''}
            aria-pressed={how === 'is'}
            blocked={how !== 'can' || inspection.asking !== null || settling}
            title={how === 'noRight' && mode !== 'listen' ? modes.noRight[mode] : modes.changeHint[mode]}
            onClick={() => {
              onMode(mode);
            }}
          >
            {modes.change[mode]}
          </Button>
        ))}
      </div>
      {reasons.length === 0 ? null : <p className="modes__reasons">{reasons.join(' ')}</p>}
    </div>
  );
}
