import { useCallback, useState } from 'react';

export type PageName = 'agents' | 'wallboard' | 'worklist' | 'statistics' | 'notes' | 'settings';

/** Which page of the window is open. */
export interface Pages {
  readonly page: PageName;
  /** The section of the settings that something led to; undefined: they open as they do by themselves. */
  readonly section: string | undefined;
  /** How often something led into the settings, which may be open at another section. */
  readonly led: number;
  /** Stays the same function, as what the agents' page is given must. */
  readonly open: (page: PageName) => void;
  /** Opens it, or goes back to the agents where it is open. */
  readonly toggle: (page: PageName) => void;
  readonly openSettingsAt: (section: string) => void;
}

export function usePages(): Pages {
  const [page, setPage] = useState<PageName>('agents');
  const [section, setSection] = useState<string | undefined>(undefined);
  const [led, setLed] = useState(0);
  const open = useCallback((next: PageName) => {
    setPage(next);
  }, []);
  return {
    page,
    section,
    led,
    open,
    toggle: (wanted) => {
      setSection(undefined);
      setPage(page === wanted ? 'agents' : wanted);
    },
    openSettingsAt: (wanted) => {
      setSection(wanted);
      setLed(led + 1);
      setPage('settings');
    },
  };
}
