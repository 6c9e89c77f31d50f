/** Why Windows' registry was not read by its own functions. */
export type NativeFault =
  /** The module that calls them is not at its place, Windows or Node.js did not load it, or the key is closed to this user. */
  | { readonly code: 'missing' | 'notLoaded' | 'accessDenied' }
  /** `errno`: Windows' number of the error (winerror.h); null: it said none. */
  | { readonly code: 'failed'; readonly errno: number | null };

/** How the policies in Windows' registry were read. */
export type RegistryRead =
  | { readonly by: 'native' }
  /** By reg.exe, which does not print every text; or by nothing, as that failed, too. */
  | { readonly by: 'regExe' | 'nothing'; readonly because: NativeFault };

/** What is wrong and what an administrator does about it. */
export function nativeFaultText(fault: NativeFault): string {
  switch (fault.code) {
    case 'missing':
      return 'Earshot’s module for the registry is not at its place. Install Earshot anew.';
    case 'notLoaded':
      return 'Windows does not let Earshot load its module for the registry. Allow it where only chosen code may run (docs/settings.md).';
    case 'accessDenied':
      return 'Windows does not let this user read the key. Give users the right to read it.';
    case 'failed':
      return `Windows could not read the key (${fault.errno === null ? 'it said no number' : `error ${String(fault.errno)}`}). Look at it with regedit.`;
  }
}
