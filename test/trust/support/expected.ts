/** Node's TLS library, and Electron's. */
export type Library = 'openssl' | 'boringssl';

/** Both libraries say the same unless told otherwise. */
export type Expected = string | Readonly<Record<Library, string>>;

export function expectedIn(library: Library, expected: Expected): string {
  return typeof expected === 'string' ? expected : expected[library];
}
