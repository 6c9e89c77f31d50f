import type { ReactElement } from 'react';
import type { RosterRow } from '../../../contract/roster.ts';
import type { StandingTarget } from '../../../contract/standing.ts';
import { standingOf } from '../../../contract/state.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { useActions, useAppView } from '../../model/EarshotContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { useSettling } from '../../ui/useSettling.ts';
import { planWith, targetId, withTargets } from './draft.ts';

interface StandingButtonProps {
  readonly agent: Pick<RosterRow, 'workNo' | 'name' | 'voice'>;
  /** Opens the dialog of standing listens with this agent on the list. */
  readonly onStanding: (targets: readonly StandingTarget[]) => void;
}

/** Puts an agent on the list of the standing listen, takes them off it, or begins one with them. */
export function StandingButton({ agent, onStanding }: StandingButtonProps): ReactElement | null {
  const { standing } = useWords();
  const actions = useActions();
  const { state } = useAppView();
  const plan = state === null ? null : (standingOf(state.follow)?.plan ?? null);
  const target: StandingTarget = { kind: 'agent', agent: { workNo: agent.workNo, name: agent.name } };
  const isOn = plan?.targets.some((each) => targetId(each) === targetId(target)) ?? false;
  const settling = useSettling(plan === null ? 'keep' : isOn ? 'takeOff' : 'addTo', { about: agent.workNo });
  if (state === null) return null;
  const { followAllowed, listenAllowed } = state.settings.values;
  if (!followAllowed || !listenAllowed || agent.voice === false) return null;
  if (plan === null) {
    return (
      <Button
        key="keep"
        blocked={settling}
        title={standing.keepHint}
        onClick={() => {
          onStanding([target]);
        }}
      >
        {standing.keep}
      </Button>
    );
  }
  const targets = isOn ? plan.targets.filter((each) => targetId(each) !== targetId(target)) : withTargets(plan.targets, [target]);
  return (
    <Button
      key={isOn ? 'takeOff' : 'addTo'}
      blocked={settling || (!isOn && targets.length === plan.targets.length)}
      onClick={() => {
        const next = planWith(plan, targets);
        // With nobody left on its list there is nothing to wait for.
        if (next === null) actions.unfollow();
        else actions.standingListen({ plan: next });
      }}
    >
      {isOn ? standing.takeOff : standing.addTo}
    </Button>
  );
}
