import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readResponse, type Headers } from './response.ts';

const now = Date.parse('1994-11-06T08:49:00Z');

async function failureOf(status: number, headers: Headers): Promise<unknown> {
  const judged = await readResponse(status, headers, Readable.from([Buffer.from('<html>')]), now);
  return judged.ok ? null : judged.failure;
}

const busy = (retryAfter: number) => ({ kind: 'nonsense', reason: 'server-busy', status: 503, retryAfter });

describe('a gateway that asks to be left alone', () => {
  test.each([
    ['120', 120_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
  ])('until %j is busy, not broken', async (retryAfter, milliseconds) => {
    expect(await failureOf(503, { 'retry-after': retryAfter })).toEqual(busy(milliseconds));
  });

  test('until a date means its own clock where it tells it', async () => {
    const headers = { 'retry-after': 'Mon, 07 Nov 1994 10:00:30 GMT', date: 'Mon, 07 Nov 1994 10:00:00 GMT' };
    expect(await failureOf(503, headers)).toEqual(busy(30_000));
  });

  test.each(['soon', '', '5 Nov', '-5', '1994-11-06T08:49:37Z'])('%j is no time: it is broken', async (retryAfter) => {
    expect(await failureOf(503, { 'retry-after': retryAfter })).toMatchObject({ reason: 'server-error' });
  });
});
