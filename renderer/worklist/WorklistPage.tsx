import { CircleCheck, ListPlus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import type { LeftAgent, Worklist } from '../../contract/worklist.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { generalBlock } from '../model/listenBlock.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { dayText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { AgentName } from '../ui/AgentName.tsx';
import { Button } from '../ui/Button.tsx';
import { WorkPage } from '../ui/WorkPage.tsx';
import { useWorkPage } from './useWorkPage.ts';
import { WorkTable } from './WorkTable.tsx';
import './worklist.css';

interface WorklistPageProps {
  readonly state: AppState;
  readonly reachable: boolean;
  readonly onPlan: () => void;
  readonly onClose: () => void;
}

/** Whom the plan wants to be heard: what is done, what is due, and who comes next. Loaded when it is first opened. */
export function WorklistPage({ state, reachable, onPlan, onClose }: WorklistPageProps): ReactElement {
  const words = useWords();
  const { listenNext } = useActions();
  const { worklist } = words;
  const block = generalBlock(state, reachable);
  const now = state.worklist;
  const isDone = now.kind === 'ready' && now.agents > 0 && now.agentsDone === now.agents;
  const why = block === null ? (isDone ? worklist.allDone : null) : words.blocked[block];
  return (
    <WorkPage
      title={worklist.title}
      back={worklist.back}
      onClose={onClose}
      acts={
        <span className="worklist__acts">
          {now.kind === 'noPlan' ? null : (
            <Button look="primary" blocked={why !== null} title={why ?? worklist.nextHint} onClick={listenNext}>
              {worklist.next}
            </Button>
          )}
          <Button onClick={onPlan}>{worklist.plan}</Button>
        </span>
      }
    >
      <Face state={state} block={block} onPlan={onPlan} />
    </WorkPage>
  );
}

function Face({
  state,
  block,
  onPlan,
}: Pick<WorklistPageProps, 'state' | 'onPlan'> & { readonly block: ReturnType<typeof generalBlock> }): ReactElement {
  const { worklist } = useWords();
  const now = state.worklist;
  switch (now.kind) {
    case 'noPlan':
      return (
        <div className="work-page__face">
          <ListPlus aria-hidden="true" />
          <p>{worklist.noPlan}</p>
          <p className="dim">{worklist.noPlanHint}</p>
          <Button look="primary" onClick={onPlan}>
            {worklist.setPlan}
          </Button>
        </div>
      );
    case 'reading':
      return (
        <p className="work-page__face dim" role="status">
          {worklist.reading}
        </p>
      );
    case 'unreadable':
      return (
        <p className="work-page__face" role="alert">
          {worklist.unreadable}
        </p>
      );
    case 'ready':
      return (
        <>
          <Progress now={now} state={state} />
          {now.agents === 0 ? (
            <div className="work-page__face">
              <p>{worklist.nobody}</p>
              <p className="dim">{worklist.nobodyHint}</p>
            </div>
          ) : (
            <Agents state={state} revision={now.revision} block={block} left={now.left} />
          )}
        </>
      );
  }
}

type Ready = Extract<Worklist, { kind: 'ready' }>;

function Progress({ now, state }: { readonly now: Ready; readonly state: AppState }): ReactElement {
  const words = useWords();
  const { worklist } = words;
  const { planListens, planMinutes, planEvery } = state.settings.values;
  const isDone = now.agents > 0 && now.agentsDone === now.agents;
  const onTrack = now.done >= now.dueByNow;
  // The period ends with the day before the next one begins.
  const days = { from: dayText(now.period.from, words), to: dayText(now.period.to - 1, words) };
  return (
    <section className="worklist__progress" aria-label={worklist.progress}>
      <p className="dim">
        {worklist.asks[planEvery](planListens, planMinutes)}
        {words.gap}
        {fillPhrase(worklist.period, days)}
      </p>
      <progress value={now.done} max={Math.max(1, now.needed)} aria-label={worklist.listens} />
      <p className="worklist__sums">
        <strong>{fillPhrase(worklist.listensDone, { done: words.number(now.done), needed: words.number(now.needed) })}</strong>
        <span>{fillPhrase(worklist.agentsDone, { done: words.number(now.agentsDone), agents: words.number(now.agents) })}</span>
        {isDone ? (
          <strong className="worklist__good">
            <CircleCheck aria-hidden="true" />
            {worklist.allDone}
          </strong>
        ) : now.agents === 0 ? null : (
          <strong className={onTrack ? 'worklist__good' : 'worklist__behind'}>
            {onTrack ? worklist.onTrack : fillPhrase(worklist.behind, { due: words.number(now.dueByNow) })}
          </strong>
        )}
        {now.isNew === 0 ? null : <span className="dim">{worklist.newAgents(now.isNew)}</span>}
      </p>
    </section>
  );
}

interface AgentsProps {
  readonly state: AppState;
  readonly revision: number;
  readonly block: ReturnType<typeof generalBlock>;
  readonly left: number;
}

function Agents({ state, revision, block, left }: AgentsProps): ReactElement {
  const { worklist } = useWords();
  const [pages, setPages] = useState(1);
  const read = useWorkPage(revision, pages);
  switch (read.kind) {
    case 'loading':
      return <p className="dim">{worklist.reading}</p>;
    case 'unreadable':
      return <p role="alert">{worklist.unreadable}</p>;
    case 'read':
      return (
        <>
          <WorkTable state={state} rows={read.rows} block={block} />
          {read.rows.length < read.total ? (
            <Button
              className="work-page__more"
              onClick={() => {
                setPages(pages + 1);
              }}
            >
              {worklist.more}
            </Button>
          ) : null}
          {read.left.length === 0 ? null : <Left agents={read.left} all={left} />}
        </>
      );
  }
}

function Left({ agents, all }: { readonly agents: readonly LeftAgent[]; readonly all: number }): ReactElement {
  const words = useWords();
  const { worklist } = words;
  return (
    <details className="worklist__left">
      <summary>{worklist.left(all)}</summary>
      <ul>
        {agents.map(({ agent, group, lastSeen }) => (
          <li key={agent.workNo}>
            <AgentName name={agent.name} /> {agent.workNo}
            {group === '' ? null : (
              <>
                {words.listGap}
                <bdi>{group}</bdi>
              </>
            )}
            {words.listGap}
            <span className="dim">{fillPhrase(worklist.lastSeen, { day: dayText(new Date(`${lastSeen}T12:00`).getTime(), words) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
