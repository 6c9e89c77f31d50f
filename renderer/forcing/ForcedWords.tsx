import type { ReactElement } from 'react';
import type { ForcedAgent } from '../../contract/forcing.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { ProblemLine } from '../ui/ProblemWords.tsx';

/** What came of it, by when: accepted is not done, and done is what the list of agents says. */
export function ForcedWords({ forced }: { readonly forced: ForcedAgent }): ReactElement {
  const words = useWords();
  const { agent, what, outcome, since, problem } = forced;
  const time = useTimeOfDay()(since);
  const values = { name: <AgentName name={agent.name} />, workNo: agent.workNo, request: words.forcing.request[what], time };
  return (
    <>
      <Phrase text={words.forcing.outcome[outcome]} values={values} />
      {problem === null ? null : (
        <>
          {words.gap}
          <ProblemLine problem={problem} />
        </>
      )}
    </>
  );
}
