import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../main/gateway/answer.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = 'application/json; charset=UTF-8';

describe('reading an answer of the gateway', () => {
  test.each([
    ['"0"', '0'],
    ['0', '0'],
    ['100002', '100-002'],
    ['"100-002"', '100-002'],
    ['3', '000-003'],
  ])('retcode %s is %s', (written, retcode) => {
    const read = readAnswer(bytes(`{"message":"","retcode":${written},"result":{}}`), json);
    expect(read).toMatchObject({ kind: 'answer', answer: { retcode } });
  });

  test('trailing NULs are no part of the answer', () => {
    expect(readAnswer(bytes('{"retcode":"0"}\0\0'), json).kind).toBe('answer');
  });

  test('GBK is decoded when the answer says so', () => {
    const gbk = new Uint8Array([...bytes('{"retcode":"0","result":"'), 0xc0, 0xee, ...bytes('"}')]);
    expect(readAnswer(gbk, 'application/json;charset=GBK')).toMatchObject({ answer: { result: '李' } });
  });

  test('an unknown charset is read as UTF-8', () => {
    expect(readAnswer(bytes('{"retcode":"0"}'), 'application/json; charset=klingon').kind).toBe('answer');
  });

  test('a web page is told apart from other nonsense', () => {
    expect(readAnswer(bytes('<!doctype html><title>Sign in to the Wi-Fi</title>'), 'text/html').kind).toBe('webPage');
    expect(readAnswer(bytes('{"retcode":"0","resu'), json).kind).toBe('notAnAnswer');
    expect(readAnswer(bytes('{"message":"no code"}'), json).kind).toBe('notAnAnswer');
    expect(readAnswer(bytes(''), json).kind).toBe('notAnAnswer');
  });

  test('whatever the bytes are, reading them never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (body, type) => {
        readAnswer(body, type);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        readAnswer(bytes(text), json);
      }),
    );
  });
});
