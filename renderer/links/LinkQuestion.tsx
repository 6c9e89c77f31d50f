import { Link } from 'lucide-react';
import type { ReactElement } from 'react';
import type { LinkRequest } from '../../contract/links.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenBlock } from '../model/listenBlock.ts';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';

interface LinkQuestionProps {
  readonly link: LinkRequest;
  /** Why no listen can begin now; null: it can. */
  readonly block: ListenBlock | null;
}

/** A link was clicked that asks for a listen: nothing happens before the inspector says yes here. */
export function LinkQuestion({ link, block }: LinkQuestionProps): ReactElement | null {
  const words = useWords();
  const actions = useActions();
  const settling = useSettling(link.kind === 'listen' ? link.agent.workNo : '', { appears: true });
  if (link.kind !== 'listen') return null;
  const { name, workNo } = link.agent;
  return (
    <div className="ring ring--still">
      <Link aria-hidden="true" />
      <div className="ring__words">
        <p className="ring__title">
          <Phrase text={words.links.listen} values={{ name: <AgentName name={name} />, workNo }} />
        </p>
        <p className="ring__hint">{block === null ? words.links.hint : words.blocked[block]}</p>
      </div>
      <Button blocked={block !== null || settling} onClick={actions.listenLinked}>
        {words.follow.listen}
      </Button>
      <Button blocked={settling} onClick={actions.dismissLink}>
        {words.follow.notNow}
      </Button>
    </div>
  );
}
