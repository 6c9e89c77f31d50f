import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from './answer.ts';

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

  test.each(['\0\0', '\r\n', '\0\r\n\0', ' \n\t\0'])('what trails behind it is no part of the answer: %j', (end) => {
    expect(readAnswer(bytes(`{"retcode":"0"}${end}`), json).kind).toBe('answer');
  });

  test.each([
    ['a tab', '张\t军', '张 军'],
    ['a line end', '张\r\n军', '张  军'],
    ['a NUL', '张\0军', '张 军'],
    ['an escape character', '\u001b[1m张军', ' [1m张军'],
    ['a backslash that begins no escape', 'CC\\张军', 'CC\\张军'],
    ['half an escape', '\\u12张军', '\\u12张军'],
    ['a backslash before a line end', '张\\\n军', '张\\ 军'],
  ])('%s that stands unescaped in a name costs that character alone', (_, name, read) => {
    const body = `{"retcode":"0","result":[{"name":"${name}"},{"name":"quoted \\"\\\\ name"}]}`;
    expect(readAnswer(bytes(body), json)).toMatchObject({ answer: { result: [{ name: read }, { name: 'quoted "\\ name' }] } });
  });

  test('a web page is told apart from other invalid responses', () => {
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
