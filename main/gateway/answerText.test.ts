import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerText } from './answerText.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : part))));

/** 张军 in GBK, and in Big5 with the traditional 張. */
const gbk = hex('d5c5 befc');
const big5 = hex('b169 ad78');

describe('UTF-8 is read as such, whatever the answer says', () => {
  test.each([
    '',
    'application/json',
    'application/json;charset=UTF-8',
    'application/json;charset=ISO-8859-1',
    'application/json; charset=us-ascii',
    'application/json; charset=GBK',
    'application/json; charset=klingon',
    'text/html; charset=',
  ])('%j', (type) => {
    expect(answerText(utf8('{"name":"张军"}'), type)).toBe('{"name":"张军"}');
  });

  test('a mark before it is no part of it', () => {
    expect(answerText(joined(hex('efbbbf'), '{"name":"张军"}'), '')).toBe('{"name":"张军"}');
  });
});

describe('what is no UTF-8 is read by what the answer says', () => {
  test.each([
    'GBK',
    'gb2312',
    'GB18030',
    'MS936',
    'cp936',
    'CP936',
    'windows-936',
    'x-mswin-936',
    'x-gbk',
    'EUC_CN',
    'x-EUC-CN',
    '"GBK"',
    "'GBK'",
    ' GBK ',
    '" gbk "',
  ])('charset=%s', (charset) => {
    expect(answerText(joined('{"name":"', gbk, '"}'), `application/json;charset=${charset}`)).toBe('{"name":"张军"}');
  });

  test.each(['application/json; charset = GBK', 'application/json;CHARSET=gbk;q=1', 'charset=gbk'])('%j', (type) => {
    expect(answerText(joined('{"name":"', gbk, '"}'), type)).toBe('{"name":"张军"}');
  });

  test.each(['Big5', 'MS950', 'cp950', 'Big5-HKSCS', 'x-windows-950'])('charset=%s', (charset) => {
    expect(answerText(big5, `text/plain; charset=${charset}`)).toBe('張軍');
  });

  test.each(['ISO-8859-1', 'ISO8859_1', 'Cp1252'])('charset=%s', (charset) => {
    expect(answerText(hex('4a6f73e9'), `text/plain; charset=${charset}`)).toBe('José');
  });

  test('GBK that could be UTF-8 by chance, where the answer says GBK', () => {
    expect(answerText(hex('c4a3 c4a3'), 'application/json;charset=GBK')).toBe('模模');
  });
});

test.each(['application/json', 'application/json;charset=klingon', 'application/json;charset=UTF-8', 'text/plain;charset=us-ascii', ''])(
  'GBK is found where the answer says nothing of use: %j',
  (type) => {
    expect(answerText(joined('{"name":"', gbk, '"}'), type)).toBe('{"name":"张军"}');
  },
);

test.each([
  ['utf-16le', hex('7b00 205f 7d00')],
  ['utf-16le with a mark', hex('fffe 7b00 205f 7d00')],
  ['utf-16be', hex('007b 5f20 007d')],
  ['utf-16be with a mark', hex('feff 007b 5f20 007d')],
])('%s is read', (_, body) => {
  expect(answerText(body, 'application/json')).toBe('{张}');
});

describe('one broken character costs one character', () => {
  const cut = hex('e5bc');

  test.each(['application/json;charset=UTF-8', 'application/json', 'application/json;charset=ISO-8859-1', 'application/json;charset=GBK'])(
    'in UTF-8, with %j',
    (type) => {
      expect(answerText(joined('{"name":"张军","other":"李', cut, '"}'), type)).toBe('{"name":"张军","other":"李\ufffd"}');
    },
  );

  test.each(['application/json;charset=GBK', 'application/json'])('in GBK, with %j', (type) => {
    expect(answerText(joined('{"name":"', gbk, '","other":"', gbk, hex('d5'), '"}'), type)).toBe('{"name":"张军","other":"张军\ufffd"}');
  });
});

test('whatever the bytes and the label are, reading them never throws', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.oneof(
        fc.string(),
        fc.string().map((name) => `charset=${name}`),
      ),
      (body, type) => {
        answerText(body, type);
      },
    ),
  );
});

test('every text comes out of UTF-8 as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const json = JSON.stringify({ text });
      expect(answerText(utf8(json), 'application/json;charset=ISO-8859-1')).toBe(json);
    }),
  );
});
