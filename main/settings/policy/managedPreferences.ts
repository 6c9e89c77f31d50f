import path from 'node:path';
import { z } from 'zod';
import type { RawSettings, SourceRead } from '../administered.ts';
import { rootAloneWrites, type Rights } from '../protectedFile.ts';
import type { RunProgram } from './program.ts';
import { readPolicyValue } from './reading.ts';

/** Equal to `appId` (a test compares them). */
export const preferenceDomain = 'app.earshot.desktop';

export interface ManagedPreferencesOptions {
  readonly run: RunProgram;
  /** The name of the account, as the system knows it; the environment is the user's to change. */
  readonly userName: string;
  /** Owner and rights of a file; null where there is none. May throw. */
  rights(file: string): Rights | null;
}

/**
 * The managed preferences of macOS: what profiles force, for the user over those for the computer, as the system itself
 * orders them. They are read where the system writes them, as root. Asking the preferences system (`getUserDefault`) would
 * mix in what any user writes with `defaults`. Never rejects.
 */
export async function readManagedPreferences(options: ManagedPreferencesOptions): Promise<SourceRead> {
  const folder = '/Library/Managed Preferences';
  const name = `${preferenceDomain}.plist`;
  const files = [path.posix.join(folder, name), path.posix.join(folder, path.posix.basename(options.userName), name)];
  try {
    let values: RawSettings = {};
    for (const forced of await Promise.all(files.map((file) => readForced(file, options)))) {
      if (forced === null) return { values: {}, fault: 'policyUnreadable' };
      values = { ...values, ...forced };
    }
    return { values, fault: null };
  } catch {
    return { values: {}, fault: 'policyUnreadable' };
  }
}

/** Null: it could not be read, or users could have written it. */
async function readForced(file: string, { run, rights }: ManagedPreferencesOptions): Promise<RawSettings | null> {
  const found = rights(file);
  if (found === null) return {};
  if (!rootAloneWrites(found)) return null;
  // Profiles are kept as binary property lists.
  const { ok, output } = await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', file]);
  if (!ok) return null;
  const parsed = z.record(z.string(), z.unknown()).safeParse(JSON.parse(Buffer.from(output).toString('utf8')));
  if (!parsed.success) return null;
  // What the profile says of itself is no setting.
  const entries = Object.entries(parsed.data).filter(([name]) => !name.startsWith('Payload'));
  return Object.fromEntries(entries.map(([name, value]) => [name, readPolicyValue(name, value)]));
}
