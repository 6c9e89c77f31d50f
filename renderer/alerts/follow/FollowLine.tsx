import { Radar } from 'lucide-react';
import type { ReactElement } from 'react';
import { standingOf, type Follow } from '../../../contract/state.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { Phrase } from '../../i18n/Phrase.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AgentName } from '../../ui/AgentName.tsx';
import { Button } from '../../ui/Button.tsx';
import { StandingLine } from '../standing/StandingLine.tsx';
import '../../ui/lines.css';

interface FollowLineProps {
  readonly follow: Follow;
  readonly mode: Settings['followMode'];
  /** Opens the dialog of standing listens. */
  readonly onStanding: () => void;
}

/** Earshot waits for an agent's call, or asks about one: whose, what it will do then, the way on after the next listen, and the way out. */
export function FollowLine({ follow, mode, onStanding }: FollowLineProps): ReactElement | null {
  const words = useWords();
  const { unfollow } = useActions();
  const standing = standingOf(follow);
  if (standing !== null) {
    return (
      <StandingLine
        standing={standing}
        mode={mode}
        onChange={() => {
          onStanding();
        }}
      />
    );
  }
  if (follow.kind !== 'armed' && follow.kind !== 'asking') return null;
  const { name, workNo } = follow.agent;
  return (
    <div className="line line--plain">
      <Radar aria-hidden="true" />
      <p className="line__words">
        <Phrase
          text={follow.kind === 'asking' ? words.follow.asking : words.follow.armed[mode]}
          values={{ name: <AgentName name={name} />, workNo }}
        />
      </p>
      <Button
        title={words.standing.keepHint}
        onClick={() => {
          onStanding();
        }}
      >
        {words.standing.keep}
      </Button>
      <Button onClick={unfollow}>{words.follow.unfollow}</Button>
    </div>
  );
}
