import { Radar } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Follow } from '../../../contract/state.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { Phrase } from '../../i18n/Phrase.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AgentName } from '../../ui/AgentName.tsx';
import { Button } from '../../ui/Button.tsx';
import '../../ui/lines.css';

interface FollowLineProps {
  readonly follow: Follow;
  readonly mode: Settings['followMode'];
}

/** Earshot waits for an agent's call, or asks about one: whose, what it will do then, and the way out. */
export function FollowLine({ follow, mode }: FollowLineProps): ReactElement | null {
  const words = useWords();
  const { unfollow } = useActions();
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
      <Button onClick={unfollow}>{words.follow.unfollow}</Button>
    </div>
  );
}
