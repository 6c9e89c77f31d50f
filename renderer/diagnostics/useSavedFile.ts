import { useCallback, useState } from 'react';
import type { SavedFile } from '../../contract/savedFile.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { useWords } from '../i18n/WordsContext.tsx';

interface SavedFileWords {
  /** What became of the last file; empty before there was one. */
  readonly said: string;
  readonly take: (file: Promise<SavedFile | null>) => void;
}

/** Takes a file that was asked for: where the application could not put it anywhere itself, the browser fetches it. */
export function useSavedFile(): SavedFileWords {
  const { diagnostics } = useWords();
  const [file, setFile] = useState<SavedFile | null>(null);
  const take = useCallback((coming: Promise<SavedFile | null>) => {
    setFile(null);
    void coming.then((came) => {
      if (came?.kind === 'download') fetchByBrowser(came.path);
      setFile(came);
    });
  }, []);
  return { said: wordsOf(file), take };

  function wordsOf(came: SavedFile | null): string {
    switch (came?.kind) {
      case 'saved':
        return fillPhrase(diagnostics.saved, { name: came.name });
      case 'download':
        return diagnostics.downloaded;
      case 'cancelled':
      case undefined:
        return '';
    }
  }
}

function fetchByBrowser(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
