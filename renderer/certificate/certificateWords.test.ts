import { describe, expect, it } from 'vitest';
import { certificateWords } from './certificateWords.ts';
import { fingerprintGroups } from './fingerprintGroups.ts';
import { en } from '../i18n/en/en.ts';

describe('the certificate page', () => {
  const fingerprint = Array.from({ length: 32 }, (_, index) => index.toString(16).toUpperCase().padStart(2, '0')).join(':');

  it('groups a fingerprint without changing it', () => {
    const groups = fingerprintGroups(fingerprint);
    expect(groups).toHaveLength(8);
    expect(groups[0]).toBe('00:01:02:03:');
    expect(groups.join('')).toBe(fingerprint);
    expect(fingerprintGroups('').join('')).toBe('');
  });

  it.each(['unknown', 'forbidden', 'changed', 'notValid'] as const)('says for %s that nothing was sent', (kind) => {
    expect(certificateWords(kind, true, en).lead).toContain('Nothing was sent');
  });
});
