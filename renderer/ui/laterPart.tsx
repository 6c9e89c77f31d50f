import { lazy, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';

/**
 * A part of the page that is loaded when it is first shown; for a place inside of `Suspense`. One that cannot be loaded says so in its
 * place: React would take the whole page away instead, ring and all.
 */
export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async (): Promise<{ readonly default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch {
      return { default: MissingPart };
    }
  });
}

/** Loads a part before it is needed. Where that fails, the part itself says so once it is shown. */
export function loadBeforehand(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

function MissingPart(): ReactElement {
  const words = useWords();
  return (
    <p role="alert" className="missing-part">
      {words.start.partMissing}
    </p>
  );
}
