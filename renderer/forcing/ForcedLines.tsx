import type { ReactElement } from 'react';
import type { ForcedAgent } from '../../contract/forcing.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Line } from '../ui/Lines.tsx';
import { ForcedWords } from './ForcedWords.tsx';

/** What was asked of agents, until it is put away. */
export function ForcedLines({ forced }: { readonly forced: readonly ForcedAgent[] }): ReactElement {
  const { forcing } = useWords();
  const actions = useActions();
  return (
    <div role="status" aria-label={forcing.region}>
      {forced.map((each) => (
        <Line
          key={each.agent.workNo}
          tone={each.outcome === 'asked' || each.outcome === 'accepted' || each.outcome === 'borneOut' ? 'plain' : 'warn'}
          onDismiss={() => {
            actions.dismissForced({ workNo: each.agent.workNo });
          }}
        >
          <ForcedWords forced={each} />
        </Line>
      ))}
    </div>
  );
}
