import { Lock } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';

/** Stands beside a control that the administrator has set, and says why it cannot be used. */
export function LockedNote({ id }: { readonly id?: string }): ReactElement {
  const words = useWords();
  return (
    <p className="locked" id={id}>
      <Lock aria-hidden="true" />
      {words.settings.byAdministrator}
    </p>
  );
}
