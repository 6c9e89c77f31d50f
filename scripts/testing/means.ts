import { availableParallelism, totalmem } from 'node:os';
import type { Means } from './coresToFill.ts';

/** What this computer has; of memory a container has its share. */
export function ownMeans(): Means {
  const share = process.constrainedMemory();
  return { cores: availableParallelism(), memory: share > 0 ? Math.min(share, totalmem()) : totalmem() };
}
