import { readFileSync } from 'node:fs';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { parse } from 'yaml';
import { z } from 'zod';
import { inProject } from '../project.ts';

/** Each fuse of Electron by its name in electron-builder.yml. */
const places = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
} as const satisfies Readonly<Record<string, FuseV1Options>>;

type Fuse = keyof typeof places;

const placeOf = (fuse: Fuse): number => places[fuse];

const names = Object.keys(places) as [Fuse, ...Fuse[]];
const statedSchema = z.object({ electronFuses: z.record(z.enum(names), z.boolean()) });
const wireSchema = z
  .record(z.string(), z.unknown())
  .transform((wire) =>
    Object.entries(wire).flatMap(([place, state]) => (/^\d+$/u.test(place) ? [{ place: Number(place), state: Number(state) }] : [])),
  );

// Electron's ninth, which electron-builder 26.17 and @electron/fuses 1.8 can neither set nor name.
const unsettable: ReadonlyMap<number, string> = new Map([[8, 'wasmTrapHandlers']]);

// How a fuse is written in the binary: the characters "0", "1" and "r".
const states: ReadonlyMap<number, FuseState> = new Map([
  [48, 'off'],
  [49, 'on'],
  [114, 'removed'],
]);

export type FuseState = 'off' | 'on' | 'removed' | 'unknown';

/** A fuse as it was found in a packed program, beside what electron-builder.yml says of it (null: nothing, it is newer than this tool). */
export interface ReadFuse {
  readonly name: string;
  readonly found: FuseState;
  readonly stated: 'off' | 'on' | null;
}

/** What electron-builder.yml says of every fuse. Throws when it leaves one out. */
export function statedFuses(): Readonly<Record<Fuse, boolean>> {
  return statedSchema.parse(parse(readFileSync(inProject('electron-builder.yml'), 'utf8'))).electronFuses;
}

/** Reads the fuses back from a packed program. */
export async function readFuses(program: string): Promise<readonly ReadFuse[]> {
  const stated = statedFuses();
  const wire = wireSchema.parse(await getCurrentFuseWire(program));
  return wire.map(({ place, state }) => {
    const name = names.find((each) => placeOf(each) === place);
    const found = states.get(state) ?? 'unknown';
    return name === undefined ? { name: unstatedName(place), found, stated: null } : { name, found, stated: stated[name] ? 'on' : 'off' };
  });
}

/** What a fuse is called that electron-builder.yml cannot state. */
export function unstatedName(place: number): string {
  return unsettable.get(place) ?? `fuse ${String(place)}`;
}

/** The fuses that are not as stated; a fuse that Electron has removed cannot be otherwise than it says. */
export function wrongFuses(fuses: readonly ReadFuse[]): readonly ReadFuse[] {
  return fuses.filter(({ found, stated }) => stated !== null && found !== stated && found !== 'removed');
}

export function fuseLine({ name, found, stated }: ReadFuse): string {
  const words = stated === null ? '  as Electron ships it' : found === stated ? '' : `  stated ${stated}`;
  return `${name.padEnd(40)}${found}${words}`;
}
