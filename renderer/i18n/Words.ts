import type { en } from './en/en.ts';

/** What every language's catalogue holds: what the English one does. */
export type Words = typeof en;
