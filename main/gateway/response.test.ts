import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readResponse, type Headers } from './response.ts';

const now = Date.parse('1994-11-06T08:49:00Z');

async function failureOf(status: number, headers: Headers, page: string): Promise<unknown> {
  const judged = await readResponse(status, headers, Readable.from([Buffer.from(page)]), now);
  return judged.ok ? null : judged.failure;
}

const html = { 'content-type': 'text/html' };

test.each(['No required SSL certificate was sent', 'The SSL certificate error'])(
  'a page of nginx that says "%s" is told as a certificate that is asked for',
  async (title) => {
    const page = `<html>\r\n<head><title>400 ${title}</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>`;
    expect(await failureOf(400, html, page)).toEqual({ kind: 'unreachable', reason: 'client-certificate' });
  },
);

test('any other page is a web page', async () => {
  const page = '<html><head><title>400 Bad Request</title></head>';
  expect(await failureOf(400, html, page)).toEqual({ kind: 'invalidResponse', reason: 'web-page', status: 400 });
});

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
    failure: { kind: 'invalidResponse', reason: 'answer-too-large', status: 200 },
  });
  expect(body.destroyed).toBe(true);
  expect(given).toBeLessThan(64);
});

const busy = (retryAfter: number) => ({ kind: 'invalidResponse', reason: 'server-busy', status: 503, retryAfter });

describe('a gateway that asks to be left alone', () => {
  test.each([
    ['120', 120_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
  ])('until %j is busy, not broken', async (retryAfter, milliseconds) => {
    expect(await failureOf(503, { 'retry-after': retryAfter }, '<html>')).toEqual(busy(milliseconds));
  });

  test('until a date means its own clock where it tells it', async () => {
    const headers = { 'retry-after': 'Mon, 07 Nov 1994 10:00:30 GMT', date: 'Mon, 07 Nov 1994 10:00:00 GMT' };
    expect(await failureOf(503, headers, '<html>')).toEqual(busy(30_000));
  });

  test.each(['soon', '', '5 Nov', '-5', '1994-11-06T08:49:37Z'])('%j is no time: it is broken', async (retryAfter) => {
    expect(await failureOf(503, { 'retry-after': retryAfter }, '<html>')).toMatchObject({ reason: 'server-error' });
  });
});
