import path from 'node:path';
import { nothingThere, type SourceRead } from '../administered.ts';
import { preferenceDomain, readManagedPreferences, type ManagedPreferencesOptions } from './managedPreferences.ts';
import type { LoadedModule } from './nativeModule.ts';
import { readRegistryPolicy } from './registry.ts';

export interface PolicyOptions extends ManagedPreferencesOptions {
  readonly platform: NodeJS.Platform;
  /** The folder of Windows (windowsPlaces.ts). */
  readonly windows: string;
  /** Windows' own functions for the registry; asked for on Windows alone. */
  loadNative(): LoadedModule;
}

/** Where this system keeps policies, in words for an administrator. */
export function policyPlace(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return 'Software\\Policies\\Earshot of HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER';
    case 'darwin':
      return `/Library/Managed Preferences (${preferenceDomain})`;
    default:
      return 'none on this system';
  }
}

/** Reads the policies of this computer. Linux has none beside the machine's file, which is as strong. Never rejects. */
export function readPolicy(options: PolicyOptions): Promise<SourceRead> {
  switch (options.platform) {
    case 'win32':
      // By its full path, so that no reg.exe of another folder is run.
      return readRegistryPolicy({ ...options, regExe: path.win32.join(options.windows, 'System32', 'reg.exe') });
    case 'darwin':
      return readManagedPreferences(options);
    default:
      return Promise.resolve(nothingThere);
  }
}
