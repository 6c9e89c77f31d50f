import { Headphones } from 'lucide-react';
import { useCallback, type ReactElement } from 'react';
import type { Follow } from '../../../contract/state.ts';
import { useActions } from '../../model/EarshotContext.tsx';
import { durationText } from '../../i18n/duration.ts';
import { Ticking } from '../../clock/Ticking.tsx';
import { Phrase } from '../../i18n/Phrase.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { AgentName } from '../../ui/AgentName.tsx';
import { Button } from '../../ui/Button.tsx';
import { useSettling } from '../../ui/useSettling.ts';

interface CallBannerProps {
  readonly follow: Extract<Follow, { kind: 'asking' | 'calling' }>;
}

/** A followed agent's call has begun: the question whether to listen, or that Earshot asked for it by itself. */
export function CallBanner({ follow }: CallBannerProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const { agent, since } = follow;
  // It appears over what one may be about to press.
  const settling = useSettling(`${agent.workNo} ${String(since)}`, { appears: true });
  const elapsed = useCallback((now: number) => durationText(now - since), [since]);
  return (
    <div className="ring ring--still">
      <Headphones aria-hidden="true" />
      <div className="ring__words">
        <p className="ring__title">
          <Phrase text={words.follow.callBegan[follow.phase]} values={{ name: <AgentName name={agent.name} />, workNo: agent.workNo }} />
        </p>
        <p className="ring__hint">{follow.kind === 'asking' ? words.follow.listenNow : words.follow.callingByItself}</p>
      </div>
      <Ticking text={elapsed} className="ring__elapsed" />
      {follow.kind === 'asking' ? (
        <>
          <Button blocked={settling} onClick={actions.listenFollowed}>
            {words.follow.listen}
          </Button>
          <Button blocked={settling} onClick={actions.skipFollowed}>
            {words.follow.notNow}
          </Button>
        </>
      ) : null}
    </div>
  );
}
