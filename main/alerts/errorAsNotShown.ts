import type { Shown } from './surfaces.ts';

/** What a surface that failed answers: an error is told by its name alone, as its message may hold anything; a text is the system's own. */
export function failed(error: unknown): Shown {
  const detail = error instanceof Error ? error.name : typeof error === 'string' ? error : 'unknown';
  return { kind: 'notShown', why: 'failed', detail: detail.slice(0, 120) };
}
