import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readResponse } from './response.ts';

async function failureOf(status: number, page: string): Promise<unknown> {
  const judged = await readResponse(status, { 'content-type': 'text/html' }, Readable.from([Buffer.from(page)]), 0);
  return judged.ok ? null : judged.failure;
}

test.each(['No required SSL certificate was sent', 'The SSL certificate error'])(
  'a page of nginx that says "%s" is told as a certificate that is asked for',
  async (title) => {
    const page = `<html>\r\n<head><title>400 ${title}</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>`;
    expect(await failureOf(400, page)).toEqual({ kind: 'unreachable', reason: 'client-certificate' });
  },
);

test('any other page is a web page', async () => {
  const page = '<html><head><title>400 Bad Request</title></head>';
  expect(await failureOf(400, page)).toEqual({ kind: 'nonsense', reason: 'web-page', status: 400 });
});
