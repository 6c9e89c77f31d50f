import { ArrowLeft } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Problem } from '../../contract/problem.ts';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { unlessComposing } from '../keys/composing.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemPanel } from '../ui/ProblemWords.tsx';
import { sections } from './sections.ts';
import './settings.css';

interface SettingsPageProps {
  readonly state: AppState;
  /** Why the last act was refused, where nothing else on the window says it. */
  readonly problem: Problem | null;
  /** The section that is open at first; without it, the first. */
  readonly section?: string;
  readonly onClose: () => void;
}

/** The settings: sections in a list, the chosen one beside it. */
export function SettingsPage({ state, problem, section, onClose }: SettingsPageProps): ReactElement {
  const words = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const shown = sections.filter(({ isShown = () => true }) => isShown(state));

  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus();
    return () => {
      // To the button that opened it, where that is still there and nothing else has taken the focus meanwhile.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <section
      className="settings"
      aria-label={words.settings.title}
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      })}
    >
      <header className="settings__head">
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden="true" />
          {words.settings.back}
        </Button>
        <h2 className="settings__title" tabIndex={-1} ref={title}>
          {words.settings.title}
        </h2>
      </header>
      <Tabs.Root className="settings__body" orientation="vertical" defaultValue={section ?? shown[0]?.id ?? ''}>
        <Tabs.List className="settings__list" aria-label={words.settings.sections}>
          {shown.map(({ id, title: name }) => (
            <Tabs.Trigger key={id} className="settings__tab" value={id}>
              {name(words)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {shown.map(({ id, Section }) => (
          <Tabs.Content key={id} className="settings__section" value={id}>
            {problem === null ? null : <ProblemPanel problem={problem} />}
            <Section state={state} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  );
}
