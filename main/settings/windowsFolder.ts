/** Where Windows is unless it was installed elsewhere. */
const usual = 'C:\\Windows';

/**
 * The folder of Windows. Variables (`SystemRoot`, `ProgramData`) are the inspector's to set, and would let them choose whose
 * settings count; the name `\SystemRoot` is the kernel's own. `realPath` answers the path that a name leads to; where it
 * cannot, Windows is taken to be at its usual place: a reg.exe that is not there is told as policies that cannot be read.
 */
export function windowsFolder(realPath: (name: string) => string): string {
  try {
    const found = realPath('\\\\?\\GLOBALROOT\\SystemRoot');
    return /^[a-z]:\\[^\\].*$/i.test(found) ? found : usual;
  } catch {
    return usual;
  }
}
