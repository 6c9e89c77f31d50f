import { useCallback, useState } from 'react';
import type { StandingTarget } from '../../contract/standing.ts';
import type { Follow } from '../../contract/state.ts';
import { withTargets } from '../alerts/standing/draft.ts';

/** Whether the dialog of standing listens is open. */
export interface OpenStanding {
  /** Whom it puts on the list of a new one; null: it is not open. */
  readonly targets: readonly StandingTarget[] | null;
  readonly open: (targets?: readonly StandingTarget[]) => void;
  readonly close: () => void;
}

export function useStandingDialog(follow: Follow): OpenStanding {
  const [targets, setTargets] = useState<readonly StandingTarget[] | null>(null);
  const followed = follow.kind === 'armed' || follow.kind === 'asking' ? follow.agent : null;
  const open = useCallback(
    (wanted: readonly StandingTarget[] = []) => {
      // It takes the place of following one agent, who is not to be lost by that.
      setTargets(withTargets(followed === null ? [] : [{ kind: 'agent', agent: followed }], wanted));
    },
    [followed],
  );
  return {
    targets,
    open,
    close: () => {
      setTargets(null);
    },
  };
}
