type Variables = Readonly<Record<string, string | undefined>>;

/** What the environment lets one sign, in words for people, and what electron-builder is told because of it. */
export interface Signing {
  readonly lines: readonly string[];
  readonly args: readonly string[];
}

/** Each way that Apple's notary knows somebody by. */
const notaryKeys = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
] as const;

/** Signing is the environment's alone: what it names is used, and nothing that happens to lie in a keychain. */
export function signing(platform: NodeJS.Platform, env: Variables): Signing {
  const has = (name: string): boolean => (env[name] ?? '') !== '';
  switch (platform) {
    case 'darwin': {
      const notary = notaryKeys.some((keys) => keys.every(has));
      const notarised = notary ? 'Notarised by Apple.' : 'Not notarised: the environment holds no APPLE_… keys of the notary.';
      if (has('CSC_LINK') || has('CSC_NAME'))
        return { lines: ['Signed with the certificate that the environment names.', notarised], args: [] };
      return {
        lines: ['Unsigned: neither CSC_LINK nor CSC_NAME is set. macOS runs this package on the machine that packed it.'],
        // Without a team's signature the hardened runtime would refuse Electron's own libraries.
        args: ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'],
      };
    }
    case 'win32':
      return has('WIN_CSC_LINK') || has('CSC_LINK')
        ? { lines: ['Signed with the certificate that the environment names.'], args: [] }
        : { lines: ['Unsigned: neither WIN_CSC_LINK nor CSC_LINK is set. Windows warns before it runs this package.'], args: [] };
    default:
      return { lines: ['Unsigned: on Linux a package is signed by the repository that offers it.'], args: [] };
  }
}
