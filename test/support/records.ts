import type { AppState } from '../../contract/state.ts';

/** Nothing was checked or tried yet. */
export const freshRecords: Pick<AppState, 'audit' | 'diagnostics'> = {
  audit: { writable: true, check: { kind: 'never' } },
  diagnostics: {
    run: { kind: 'never' },
    about: { host: 'web', system: 'Linux 6.1 x64', versions: [{ name: 'Node.js', version: '24.21.0' }] },
    origins: [],
  },
};
