import type { ReactElement } from 'react';
import type { BeginningMode } from '../../contract/inspection.ts';
import type { RosterRow } from '../../contract/roster.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenBlock } from '../model/listenBlock.ts';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import { allowedModes } from './offeredModes.ts';

interface InspectActsProps {
  readonly agent: RosterRow;
  /** Why no inspection can begin now. */
  readonly block: ListenBlock | null;
  readonly state: AppState;
  readonly onInspect: (workNo: string, mode: BeginningMode) => void;
}

/** Begins an inspection in which the agent hears the inspector from the first moment. */
export function InspectActs({ agent, block, state, onInspect }: InspectActsProps): ReactElement | null {
  const words = useWords();
  const { modes } = words;
  const { workNo } = agent;
  const settling = useSettling('inspect', { about: workNo, appears: true });
  const allowed = allowedModes(state.settings.values).filter((mode) => mode !== 'call');
  if (allowed.length === 0) return null;
  return (
    <div className="details__acts" role="group" aria-label={modes.group}>
      {allowed.map((mode) => {
        const reason = state.noRight[mode] ? modes.noRight[mode] : block === null ? null : words.blocked[block];
        return (
          <Button
            key={mode}
            blocked={reason !== null || settling}
            title={reason ?? modes.changeHint[mode]}
            onClick={() => {
              onInspect(workNo, mode);
            }}
          >
            {modes.change[mode]}
          </Button>
        );
      })}
      {allowed
        .filter((mode) => state.noRight[mode])
        .map((mode) => (
          <p key={mode} className="dim">
            {modes.noRight[mode]}
          </p>
        ))}
    </div>
  );
}
