import { expectedIn } from '../trust/support/expected.ts';
import { play, playRaw } from '../trust/support/play.ts';
import { rawRows } from '../trust/support/rawRows.ts';
import { rows } from '../trust/support/rows.ts';
import { makeCertificates } from '../trust/support/certificates.ts';
import { expect, test } from './sharedHarness.ts';

// The table of test/trust/table.test.ts, played by Electron's main process: its TLS library is another one than Node's.
test('every row of the trust table, inside Electron', async ({ harness }) => {
  test.setTimeout(120_000);
  const made = await makeCertificates();
  for (const row of rawRows) {
    await test.step(row.name, async () => {
      const outcome = await playRaw(row, made, (wanted) =>
        harness.app.evaluate((_electron, attempt) => globalThis.earshotHarness.tryRaw(attempt), wanted),
      );
      expect.soft(outcome, row.name).toBe(expectedIn('boringssl', row.expected));
    });
  }
  for (const row of rows) {
    await test.step(row.name, async () => {
      const { outcome, heard } = await play(row, made, (wanted) =>
        harness.app.evaluate((_electron, attempt) => globalThis.earshotHarness.tryGateway(attempt), wanted),
      );
      expect.soft(outcome, row.name).toBe(expectedIn('boringssl', row.expected));
      expect.soft(heard > 0, `${row.name}: bytes of a request arrived`).toBe(outcome === 'answered');
    });
  }
});
