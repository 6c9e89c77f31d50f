import type { z } from 'zod';
import type { settings, Settings } from '../../contract/settings.ts';

const fingerprint = Array.from({ length: 32 }, () => '00').join(':');

/** What an administrator would set on most computers; the fingerprint stands for the gateway's own. */
export const exampleSettings = {
  gateway: 'gateway.example:8043',
  backupGateways: ['standby.example:8043'],
  pins: [`gateway.example:8043=${fingerprint}`, `standby.example:8043=${fingerprint}`],
  userTrust: false,
  proxy: 'direct',
  keepSignedInAllowed: false,
} satisfies Partial<Settings>;

/** Rules as an administrator would set them. */
export const exampleRules = [
  {
    name: 'Long rest',
    watch: { kind: 'timeInState', state: 'rest', of: { kind: 'group', group: 'Sales' }, minutes: 15 },
    colour: 'amber',
  },
  { watch: { kind: 'waiting', skill: 'Claims', moreThan: 10 }, sound: true, colour: 'red' },
] satisfies z.input<typeof settings.rules>;
