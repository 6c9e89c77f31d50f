import type { ShownSettings } from '../../contract/settings.ts';
import type { Trust } from '../../contract/trust.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';

/** The settings of a fresh installation. */
export const freshSettings: ShownSettings = effectiveSettings({ user: {}, machine: {}, policy: {} });

/** Nothing trusted yet. */
export const freshTrust: Trust = { gateways: [], authorityFile: { kind: 'none' } };
