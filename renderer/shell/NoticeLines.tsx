import { Suspense, type ReactElement } from 'react';
import type { StandingTarget } from '../../contract/standing.ts';
import type { AppState } from '../../contract/state.ts';
import { FollowLine } from '../alerts/follow/FollowLine.tsx';
import { MissedRings } from '../alerts/missed/MissedRings.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { useActProblem, useActions, useRosterView } from '../model/EarshotContext.tsx';
import { generalBlock } from '../model/listenBlock.ts';
import { viewOfRule } from '../rules/ruleFilter.ts';
import { RulesOn } from '../rules/RulesOn.tsx';
import { Lines } from '../ui/Lines.tsx';
import { laterPart } from '../ui/laterPart.tsx';
import type { Pages } from './usePages.ts';

const ForcedLines = laterPart(async () => (await import('../forcing/ForcedLines.tsx')).ForcedLines);

interface NoticeLinesProps {
  readonly state: AppState;
  readonly reachable: boolean;
  readonly pages: Pages;
  readonly onStanding: (targets?: readonly StandingTarget[]) => void;
}

/** What there is to say, under the rows, so that none of them moves when something comes. */
export function NoticeLines({ state, reachable, pages, onStanding }: NoticeLinesProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const actProblem = useActProblem();
  const { change } = useRosterView();
  const { listen, notices, forced, settings } = state;
  // The listen bar says why a listen was refused; once is enough.
  const saidByBar = listen.kind === 'ended' && listen.problem?.code === actProblem?.code;
  return (
    <section aria-label={words.shell.notices}>
      <Lines
        notices={notices}
        onDismissNotice={(id) => actions.dismissNotice({ id })}
        problem={saidByBar ? null : actProblem}
        onDismissProblem={actions.dismissProblem}
      />
      <MissedRings rings={state.missedRings} canListen={generalBlock(state, reachable) === null} />
      {reachable ? (
        <RulesOn
          rules={settings.values.rules}
          statuses={state.rules}
          onShow={(rule) => {
            change(viewOfRule(rule.watch));
            pages.open('agents');
          }}
          onRules={() => {
            pages.openSettingsAt('rules');
          }}
        />
      ) : null}
      <FollowLine follow={state.follow} mode={settings.values.followMode} onStanding={onStanding} />
      {forced.length === 0 ? null : (
        <Suspense fallback={null}>
          <ForcedLines forced={forced} />
        </Suspense>
      )}
    </section>
  );
}
