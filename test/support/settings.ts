import type { ShownSettings } from '../../contract/settings.ts';
import { effectiveSettings } from '../../main/settings/layers.ts';

/** The settings of a fresh installation. */
export const freshSettings: ShownSettings = effectiveSettings({ user: {}, machine: {}, policy: {} });
