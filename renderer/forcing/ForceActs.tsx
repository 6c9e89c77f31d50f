import { useState, type ReactElement } from 'react';
import type { ForceKind } from '../../contract/forcing.ts';
import type { RosterRow } from '../../contract/roster.ts';
import type { AppState } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useSettling } from '../ui/useSettling.ts';
import { allowedForces } from './allowedForces.ts';
import { ForcedWords } from './ForcedWords.tsx';
import { ForceQuestion } from './ForceQuestion.tsx';

/** What the agent can be made to do, each after a question; and what came of the last. */
export function ForceActs({ agent, state }: { readonly agent: RosterRow; readonly state: AppState }): ReactElement {
  const { forcing } = useWords();
  const actions = useActions();
  const [asks, setAsks] = useState<ForceKind | null>(null);
  const { workNo, name } = agent;
  const settling = useSettling('force', { about: workNo, appears: true });
  const last = state.forced.find((each) => each.agent.workNo === workNo);
  const missing = state.noRight.force;
  return (
    <section aria-labelledby="forcing-title">
      <h3 id="forcing-title">{forcing.title}</h3>
      <div className="details__acts">
        {allowedForces(state.settings.values).map((what) => (
          <Button
            key={what}
            blocked={missing || settling || last?.outcome === 'asked'}
            title={missing ? forcing.noRight : forcing.hint[what]}
            onClick={() => {
              setAsks(what);
            }}
          >
            {forcing.act[what]}
          </Button>
        ))}
      </div>
      {missing ? <p className="dim">{forcing.noRight}</p> : null}
      {last === undefined ? null : (
        <p>
          <ForcedWords forced={last} />
        </p>
      )}
      {asks === null ? null : (
        <ForceQuestion
          agent={{ workNo, name }}
          what={asks}
          onYes={(force) => {
            setAsks(null);
            actions.forceAgent({ workNo, force });
          }}
          onNo={() => {
            setAsks(null);
          }}
        />
      )}
    </section>
  );
}
