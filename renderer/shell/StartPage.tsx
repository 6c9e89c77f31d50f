import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { PagePanel } from '../ui/PagePanel.tsx';

/** Before the first state came. */
export function StartPage({ unreachable }: { readonly unreachable: boolean }): ReactElement {
  const words = useWords();
  if (unreachable) {
    return (
      <PagePanel tone="danger" title={words.start.unreachable}>
        <p role="alert">{words.start.unreachableRemedy}</p>
      </PagePanel>
    );
  }
  return (
    <main className="page">
      <p className="dim" role="status">
        {words.start.connecting}
      </p>
    </main>
  );
}
