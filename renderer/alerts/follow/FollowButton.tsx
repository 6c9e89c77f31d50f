import type { ReactElement } from 'react';
import { standingOf } from '../../../contract/state.ts';
import { useActions, useAppView } from '../../model/EarshotContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { isInCall } from '../../../contract/agentState.ts';
import { generalBlock } from '../../model/listenBlock.ts';
import type { RosterRow } from '../../../contract/roster.ts';
import { Button } from '../../ui/Button.tsx';
import { useSettling } from '../../ui/useSettling.ts';

/** Arms Earshot on an agent who is in no call, or lets go of them; nothing while a listen could not begin, or a standing listen goes on. */
export function FollowButton({ agent }: { readonly agent: Pick<RosterRow, 'workNo' | 'state' | 'voice'> }): ReactElement | null {
  const words = useWords();
  const actions = useActions();
  const { state, lostAt } = useAppView();
  const follow = state?.follow ?? { kind: 'off' };
  const stands = standingOf(follow) !== null;
  const followed = !stands && (follow.kind === 'armed' || follow.kind === 'asking') && follow.agent.workNo === agent.workNo;
  const settling = useSettling(followed ? 'unfollow' : 'follow', { about: agent.workNo });
  if (state === null || stands) return null;
  if (followed) {
    return (
      <Button key="unfollow" blocked={settling} onClick={actions.unfollow}>
        {words.follow.unfollow}
      </Button>
    );
  }
  const { followAllowed, listenAllowed } = state.settings.values;
  if (!followAllowed || !listenAllowed) return null;
  if (isInCall(agent.state) || agent.voice === false || agent.state === 'signedOut') return null;
  return (
    <Button
      key="follow"
      blocked={settling || generalBlock(state, lostAt === null) !== null}
      title={words.follow.hint}
      onClick={() => {
        actions.followAgent({ workNo: agent.workNo });
      }}
    >
      {words.follow.follow}
    </Button>
  );
}
