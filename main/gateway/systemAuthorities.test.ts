import tls from 'node:tls';
import { expect, test } from 'vitest';
import { systemAuthorities } from './systemAuthorities.ts';

test('every authority that Node or the system trusts is there, and each once', () => {
  const found = systemAuthorities();
  expect(new Set(found)).toEqual(new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]));
  expect(new Set(found).size).toBe(found.length);
});
