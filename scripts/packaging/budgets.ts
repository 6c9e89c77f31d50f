/** What a part of the application may weigh, in bytes. */
export interface Budget {
  /** The figure's name in `npm run bench`. */
  readonly name: string;
  readonly what: string;
  readonly bytes: number;
}

const kib = 1024;
const mib = 1024 * kib;

/** Every budget. To raise one is a decision: say in the commit what the weight is for. */
export const budgets = {
  mainBundle: { name: 'size-main', what: 'main bundle', bytes: 1_900 * kib },
  preload: { name: 'size-preload', what: 'preload scripts', bytes: 4 * kib },
  renderer: { name: 'size-renderer', what: 'renderer, first load (gzip)', bytes: 250 * kib },
  rendererLater: { name: 'size-renderer-later', what: 'renderer, loaded later (gzip)', bytes: 250 * kib },
  unpacked: { name: 'size-unpacked', what: 'unpacked package', bytes: 330 * mib },
} as const satisfies Readonly<Record<string, Budget>>;

export type Part = keyof typeof budgets;

/** How far a budget may be passed before the build fails. */
const tolerance = 1.1;

/** Within the budget, over it, or so far over that the build fails. */
export type Verdict = 'within' | 'over' | 'fails';

export function verdict(bytes: number, budget: Budget): Verdict {
  if (bytes <= budget.bytes) return 'within';
  return bytes <= budget.bytes * tolerance ? 'over' : 'fails';
}
