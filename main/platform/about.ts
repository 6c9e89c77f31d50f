import os from 'node:os';
import type { About } from '../../contract/diagnostics.ts';

/** What Earshot runs on, without a name of the computer or of its user. */
export function aboutThis(host: About['host'], versions: Readonly<Record<string, string | undefined>>): About {
  const named = [
    ['Electron', versions['electron']],
    ['Chromium', versions['chrome']],
    ['Node.js', versions['node']],
    ['OpenSSL', versions['openssl']],
  ] as const;
  return {
    host,
    system: `${os.type()} ${os.release()} ${os.arch()}`.slice(0, 200),
    versions: named.flatMap(([name, version]) => (version === undefined ? [] : [{ name, version: version.slice(0, 64) }])),
  };
}
