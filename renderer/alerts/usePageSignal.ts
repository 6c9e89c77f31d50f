import { useEffect } from 'react';
import heard from './marks/heard.svg';
import listening from './marks/listening.svg';
import missed from './marks/missed.svg';
// Linked by index.html, too: without a word to Vite it is in the page or beside it as one or the other comes first.
import quiet from './marks/quiet.svg?no-inline';
import ringing from './marks/ringing.svg';
import type { PageSignal } from './pageSignal.ts';

const marks: Readonly<Record<PageSignal['mark'], string>> = { quiet, ringing, listening, heard, missed };

/** Puts a signal where it is seen while the window is not: the document's title and icon. */
export function usePageSignal({ title, mark }: PageSignal): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.querySelector('link[rel="icon"]')?.setAttribute('href', marks[mark]);
  }, [mark]);
}
