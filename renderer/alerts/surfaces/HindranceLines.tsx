import { createContext, useContext, useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Line } from '../../ui/Lines.tsx';
import { Button } from '../../ui/Button.tsx';
import type { PageSurfaces } from './pageSurfaces.ts';

const PageSurfacesContext = createContext<PageSurfaces | null>(null);

export const PageSurfacesProvider = PageSurfacesContext.Provider;

/** What the browser keeps from the inspector, and the way out: a permission, a click. */
export function HindranceLines(): ReactElement | null {
  const surfaces = useContext(PageSurfacesContext);
  if (surfaces === null) throw new Error('Outside PageSurfacesProvider');
  const words = useWords();
  const { notifications, sound } = useSyncExternalStore(surfaces.subscribe, surfaces.hindrances);
  return (
    <div role="status">
      {sound ? (
        <Line tone="warn" onDismiss={null}>
          {words.hindrance.sound}
        </Line>
      ) : null}
      {notifications ? (
        <Line tone="plain" onDismiss={null}>
          {words.hindrance.notifications} <Button onClick={surfaces.askForNotifications}>{words.hindrance.allow}</Button>
        </Line>
      ) : null}
    </div>
  );
}
