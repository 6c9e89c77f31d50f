import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readResponse } from './response.ts';

const megabyte = Buffer.alloc(1024 * 1024, 0x20);

test('an answer that is larger than any roster is read no further, and is said to be too large', async () => {
  let given = 0;
  const body = Readable.from(
    (function* () {
      for (; given < 1_000; given += 1) yield megabyte;
    })(),
  );
  expect(await readResponse(200, {}, body, 0)).toEqual({
    ok: false,
    failure: { kind: 'nonsense', reason: 'answer-too-large', status: 200 },
  });
  expect(body.destroyed).toBe(true);
  expect(given).toBeLessThan(64);
});
