import { useEffect } from 'react';
import { useRosterStore } from '../model/EarshotContext.tsx';

/** Asks for the roster while the view that uses this is there and the page can be seen. */
export function useWatchRoster(): void {
  const roster = useRosterStore();
  useEffect(() => {
    const follow = (): void => {
      roster.watch(document.visibilityState === 'visible');
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      roster.watch(false);
    };
  }, [roster]);
}
