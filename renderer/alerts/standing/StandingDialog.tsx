import { useEffect, useRef, useState, type ReactElement } from 'react';
import { mostHours, mostListens, mostTargets, type NamedPlan, type StandingTarget } from '../../../contract/standing.ts';
import type { Settings } from '../../../contract/settings.ts';
import { fillPhrase } from '../../i18n/phrase.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { useActions } from '../../model/EarshotContext.tsx';
import { Button } from '../../ui/Button.tsx';
import '../../ui/keys.css';
import '../../ui/popover.css';
import { draftOf, freshDraft, planOf, withTargets, type Draft } from './draft.ts';
import { LengthFields } from './LengthFields.tsx';
import { TargetList } from './TargetList.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import './standing.css';

interface StandingDialogProps {
  /** The one that goes on, which is changed; null: one begins. */
  readonly plan: NamedPlan | null;
  /** Put on the list of one that begins. */
  readonly targets: readonly StandingTarget[];
  readonly mode: Settings['followMode'];
  readonly onClose: () => void;
}

/** Begins a standing listen, or changes it: who, how long, how many. */
export function StandingDialog({ plan, targets, mode, onClose }: StandingDialogProps): ReactElement {
  const { standing, number } = useWords();
  const { standingListen } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState<Draft>(() => (plan === null ? freshDraft(targets) : draftOf(plan)));
  const [tried, setTried] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const asked = planOf(draft);
  const change = (part: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...part }));
  };
  function begin(): void {
    setTried(true);
    if ('fault' in asked) return;
    standingListen({ plan: asked.plan });
    dialog.current?.close();
  }
  return (
    <dialog className="keys standing" ref={dialog} aria-labelledby="standing-title" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <h2 id="standing-title">{standing.title}</h2>
        <p className="dim">{standing.lead[mode]}</p>
        {draft.targets.length >= mostTargets ? (
          <p className="dim">{fillPhrase(standing.full, { most: number(mostTargets) })}</p>
        ) : (
          <TargetPicker
            targets={draft.targets}
            onAdd={(more) => {
              change({ targets: withTargets(draft.targets, more) });
            }}
          />
        )}
        <TargetList
          targets={draft.targets}
          onChange={(next) => {
            change({ targets: next });
          }}
        />
        <LengthFields draft={draft} onChange={change} />
        <p className="dim standing__hint">{plan === null ? standing.untilSignOut : standing.countsAnew}</p>
        <p className="standing__fault" role="alert">
          {tried && 'fault' in asked
            ? fillPhrase(standing.faults[asked.fault], { hours: number(mostHours), listens: number(mostListens) })
            : ''}
        </p>
        <div className="standing__buttons">
          <Button
            onClick={() => {
              dialog.current?.close();
            }}
          >
            {standing.cancel}
          </Button>
          <Button look="primary" type="submit">
            {plan === null ? standing.start : standing.save}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
