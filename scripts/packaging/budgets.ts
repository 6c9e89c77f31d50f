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
  mainBundle: { name: 'size-main', what: 'main bundle', bytes: 1_750 * kib },
  preload: { name: 'size-preload', what: 'preload scripts', bytes: 4 * kib },
  renderer: { name: 'size-renderer', what: 'renderer, first load (gzip)', bytes: 180 * kib },
  rendererLater: { name: 'size-renderer-later', what: 'renderer, loaded later (gzip)', bytes: 320 * kib },
  unpacked: { name: 'size-unpacked', what: 'unpacked package', bytes: 330 * mib },
} as const satisfies Readonly<Record<string, Budget>>;

export type Part = keyof typeof budgets;

/** Every kind of installer and archive that is handed out, by the end of its name. */
export const installerKinds = ['exe', 'msi', 'deb', 'AppImage', 'dmg', 'zip'] as const;

export type InstallerKind = (typeof installerKinds)[number];

/** What `npm run package` may hand out, in bytes: nine parts in ten are Electron 45. dmg and zip are for both processors of a Mac. */
export const installerBudgets: Readonly<Record<InstallerKind, number>> = {
  exe: 105 * mib,
  msi: 130 * mib,
  deb: 95 * mib,
  AppImage: 130 * mib,
  dmg: 240 * mib,
  zip: 240 * mib,
};

/** The same for what `npm run test:installers` makes, with Electron 4 for Windows and 33 for Linux: what Earshot adds shows in it. */
export const testInstallerBudgets = {
  exe: 46 * mib,
  msi: 64 * mib,
  deb: 82 * mib,
  AppImage: 100 * mib,
} as const satisfies Partial<Record<InstallerKind, number>>;

/** The kind of an installer's file; null: it is none. */
export function installerKind(file: string): InstallerKind | null {
  return installerKinds.find((kind) => file.endsWith(`.${kind}`)) ?? null;
}

/** How far a budget may be passed before the build fails. */
const tolerance = 1.1;

/** Within the budget, over it, or so far over that the build fails. */
export type Verdict = 'within' | 'over' | 'fails';

export function verdict(bytes: number, budget: Pick<Budget, 'bytes'>): Verdict {
  if (bytes <= budget.bytes) return 'within';
  return bytes <= budget.bytes * tolerance ? 'over' : 'fails';
}
