import { expect, test } from 'vitest';
import { preferenceDomain } from '../settings/policy/managedPreferences.ts';
import { appId } from './identity.ts';

test('managed preferences of macOS are those of the packed application', () => {
  expect(preferenceDomain).toBe(appId);
});
