import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import { standingOf, type Listen, type Session } from '../../contract/state.ts';
import { done, notSignedIn, refuse } from '../results/commandAnswers.ts';
import { followBlock, nothingAsked, standingUnderWay } from './followBlock.ts';
import type { FollowService } from './following.ts';

export interface FollowHandlersOptions {
  readonly follow: FollowService;
  facts(): { readonly session: Session; readonly listen: Listen };
  listen(workNo: string): CommandAnswer;
  nameOf(workNo: string): string;
}

export type FollowCommand = 'followAgent' | 'standingListen' | 'holdStanding' | 'unfollow' | 'listenFollowed' | 'skipFollowed';

/** What the inspector asks for of following one agent and of standing listens. */
export function followHandlers({ follow, facts, listen, nameOf }: FollowHandlersOptions): {
  readonly [Name in FollowCommand]: (input: CommandInput<Name>) => CommandAnswer;
} {
  return {
    followAgent: ({ workNo }) => {
      // To follow one agent would end it unasked.
      if (standingOf(follow.shown()) !== null) return refuse(standingUnderWay);
      const now = facts();
      const block = followBlock(now.session, now.listen);
      return block === null ? follow.arm({ workNo, name: nameOf(workNo) }) : refuse(block);
    },
    standingListen: ({ plan }) => {
      if (facts().session.kind !== 'signedIn') return refuse(notSignedIn);
      const targets = plan.targets.map((target): StandingTarget =>
        target.kind === 'group' ? target : { kind: 'agent', agent: { workNo: target.agent, name: nameOf(target.agent) } },
      );
      follow.stand({ ...plan, targets });
      return done;
    },
    holdStanding: ({ held }) => {
      follow.take({ kind: 'held', held });
      return done;
    },
    unfollow: () => {
      follow.take({ kind: 'unfollowed' });
      return done;
    },
    listenFollowed: () => {
      const asking = follow.shown();
      if (asking.kind !== 'asking') return refuse(nothingAsked);
      return standingOf(asking) === null ? listen(asking.agent.workNo) : follow.accept();
    },
    skipFollowed: () => {
      follow.take({ kind: 'skipped' });
      return done;
    },
  };
}
