import { useCallback, useState } from 'react';

/** Words for a screen reader; the same words twice are said twice. */
export function useAnnounced(): { readonly said: string; readonly say: (words: string) => void } {
  const [said, setSaid] = useState('');
  const say = useCallback((words: string) => {
    // A no-break space at the end makes another text of the same words.
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
  }, []);
  return { said, say };
}
