import { build } from '../../../scripts/build.ts';
import { findElectron } from '../../../scripts/electronBinary.ts';
import type { Unpacked } from '../../../scripts/packaging/unpacked.ts';
import { startDesktop, type Desktop } from '../../support/desktop/desktop.ts';
import { desktopLacks } from '../../support/desktop/programs.ts';
import { packUnpacked, testPackage } from '../../support/packed.ts';
import type { Measurement } from '../figure.ts';

/** Builds and packs Earshot as it is now, with the Electron of this machine. */
export async function packNow(): Promise<Unpacked> {
  const problems: string[] = [];
  if (!(await build((line) => problems.push(line)))) throw new Error(problems.join('\n'));
  return packUnpacked(testPackage);
}

/** Measures the packed Earshot on a desktop of its own; nothing, and why, where either is not to be had. */
export async function onDesktop(
  say: (line: string) => void,
  measure: (stage: { readonly desktop: Desktop; readonly packed: Unpacked }) => Promise<readonly Measurement[]>,
): Promise<readonly Measurement[]> {
  const electron = findElectron(process.env, false);
  const lacks = [...desktopLacks(), ...(electron.kind === 'missing' ? [electron.why] : [])];
  if (lacks.length > 0) {
    say(`  not measured: ${lacks.join('; ')}`);
    return [];
  }
  const packed = await packNow();
  const desktop = await startDesktop();
  try {
    return await measure({ desktop, packed });
  } finally {
    await desktop.stop();
  }
}
