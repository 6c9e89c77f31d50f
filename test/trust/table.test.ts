import { beforeAll, describe, expect, test } from 'vitest';
import { tryGateway, tryRaw } from './support/attempt.ts';
import { makeCertificates, type Certificates } from './support/certificates.ts';
import { expectedIn } from './support/expected.ts';
import { play, playRaw } from './support/play.ts';
import { rawRows } from './support/rawRows.ts';
import { rows } from './support/rows.ts';

// test/electron/trust.spec.ts plays the same table inside Electron.
let made: Certificates;

beforeAll(async () => {
  made = await makeCertificates();
});

describe('what Node’s TLS library does', () => {
  test.each(rawRows)('$name', async (row) => {
    expect(await playRaw(row, made, tryRaw)).toBe(expectedIn('openssl', row.expected));
  });
});

describe('what Earshot trusts', () => {
  test.each(rows)('$name', async (row) => {
    const { outcome, heard } = await play(row, made, tryGateway);
    expect(outcome).toBe(expectedIn('openssl', row.expected));
    if (outcome === 'answered') expect(heard).toBeGreaterThan(0);
    else expect(heard).toBe(0);
  });
});
