import type { Quiet, Shown } from '../../alerts/surfaces.ts';

const heldBack: Shown = { kind: 'notShown', why: 'heldBack' };

/** What a toast is worth that the system says it shows: while notifications are held back it is on no screen. */
export async function shownUnlessQuiet(shown: Promise<Shown>, quiet: () => Promise<Quiet>): Promise<Shown> {
  const [said, held] = await Promise.all([shown, quiet()]);
  return said.kind === 'shown' && held === 'yes' ? heldBack : said;
}
