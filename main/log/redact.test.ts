import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from './log.ts';
import { redactedJson, redactFields } from './redact.ts';
import { createSecrets } from './secrets.ts';
import { createTypedSecrets } from './typedSecrets.ts';
import { expectMode } from '../../test/support/ownersAlone.ts';
import { anyCharacter } from '../../test/support/anyCharacter.ts';

const lineSchema = z.looseObject({ event: z.string(), time: z.string() });

let folder: string;
let log: ReturnType<typeof createLog>;
const file = (): string => path.join(folder, 'logs', 'earshot.log');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-log-'));
  log = createLog(file());
});

afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Without a flush: what a process wrote before it was killed is there, too. */
function written(): string {
  return readFileSync(file(), 'utf8');
}

/** Every line, parsed: what is hidden must not leave broken JSON behind. */
function lines(): z.infer<typeof lineSchema>[] {
  return written()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

describe('the log', () => {
  test('holds what it was told, a line each, for its owner alone', () => {
    log.info('signed in', { took: 12, good: true });
    log.warn('stale');
    expect(lines()).toMatchObject([{ event: 'signed in', took: 12, good: true }, { event: 'stale' }]);
    expectMode(file(), 0o600);
    expectMode(path.dirname(file()), 0o700);
  });

  test('never shows a concealed value, wherever it slips in', () => {
    log.conceal('kestrel-4711');
    log.error('failed with kestrel-4711', { why: 'wrong: kestrel-4711!', again: 'kestrel-4711' });
    expect(written()).not.toContain('kestrel-4711');
    expect(lines()).toMatchObject([{ event: 'failed with [hidden]', why: 'wrong: [hidden]!', again: '[hidden]' }]);
  });

  test('hides a concealed number that is written as a number', () => {
    log.conceal('40291');
    log.info('odd', { took: 40291, other: 5 });
    expect(lines()).toMatchObject([{ took: '[hidden]', other: 5 }]);
  });

  test('hides it as a URL carries it and as JSON escapes it', () => {
    const secret = 'a b"c/ü\\d';
    log.conceal(secret);
    log.info('x', { url: `https://x/?p=${encodeURIComponent(secret)}`, json: JSON.stringify({ p: secret }) });
    const text = written();
    expect(text).not.toContain(encodeURIComponent(secret));
    expect(text).not.toContain('ü');
  });

  test.each(['password', 'guid', 'setGuid', 'cookie', 'phoneNumber', 'Authorization', 'startToken'])(
    'hides what is called %s, whatever it is',
    (name) => {
      log.info('x', { [name]: 'plain' });
      expect(lines()).toMatchObject([{ [name]: '[hidden]' }]);
    },
  );

  test('a secret inside a longer one leaves nothing of the longer one standing, in whatever order they came', () => {
    for (const secret of ['40291', 'Inspect-40291-Zq', '291']) log.conceal(secret);
    log.info('x', { why: 'the password Inspect-40291-Zq of 40291' });
    expect(lines()).toMatchObject([{ why: 'the password [hidden] of [hidden]' }]);
  });

  test('a value too short to search for is hidden where it is all there is', () => {
    log.conceal('a1');
    log.info('a1', { why: 'a1', other: 'data1' });
    expect(lines()).toMatchObject([{ event: '[hidden]', why: '[hidden]', other: 'data1' }]);
  });

  test('a value that was let go of is no longer held', () => {
    log.conceal('kestrel-4711');
    log.forget('kestrel-4711');
    log.info('x', { why: 'kestrel-4711' });
    expect(lines()).toMatchObject([{ why: 'kestrel-4711' }]);
  });

  test('of very many values the newest stay hidden', () => {
    for (let guid = 0; guid < 1_000; guid += 1) log.conceal(`guid-${String(guid).padStart(4, '0')}`);
    log.info('x', { first: 'guid-0999', last: 'guid-0900' });
    expect(lines()).toMatchObject([{ first: '[hidden]', last: '[hidden]' }]);
  });

  test('a field has a bound, and so has the number of fields', () => {
    log.info('e'.repeat(5_000), {
      long: 'x'.repeat(1_000_000),
      ...Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${String(at)}`, at])),
    });
    expect(written().length).toBeLessThan(2_000);
    expect(lines()).toHaveLength(1);
  });

  test('a cut never leaves half of a secret standing', () => {
    const secret = 'S'.repeat(40);
    log.conceal(secret);
    for (const before of [90, 99, 470, 490, 499]) log.info('x', { why: 'x'.repeat(before) + secret });
    expect(written()).not.toContain('SSSS');
  });

  test('whatever is concealed and wherever it is put, the line does not hold it', () => {
    const text = fc.string({ unit: anyCharacter });
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: anyCharacter }), text, text, (noise, before, after) => {
        const secret = `§${noise}§`;
        const secrets = createSecrets();
        secrets.conceal(secret);
        const redacted = redactFields({ why: before + secret + after, json: JSON.stringify([secret]) }, secrets);
        expect(JSON.stringify(redacted)).not.toContain(secret);
        expect(JSON.stringify(redacted)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });
});

describe('what is typed to sign in', () => {
  test('the password is hidden while a sign-in holds it, the phone number for good', () => {
    const secrets = createTypedSecrets(log);
    secrets.typed({ password: 'kestrel-4711', phoneNumber: ' 77001122 ' });
    log.info('while', { why: 'kestrel-4711 77001122' });
    secrets.settled();
    log.info('after', { why: 'kestrel-4711 77001122' });
    const why = (event: string): unknown => lines().find((line) => line.event === event)?.['why'];
    expect([why('while'), why('after')]).toEqual(['[hidden] [hidden]', 'kestrel-4711 [hidden]']);
  });
});

describe('a file with secrets’ digits and characters in it', () => {
  const secrets = createSecrets();
  for (const secret of ['9001', 'pa"ss\\word', '123']) secrets.conceal(secret);

  test('is JSON whatever numbers hold them, which are hidden as a whole', () => {
    const value = { now: 1_790_012_345_678, took: 29_001, count: 12, deep: [{ at: 9_001.5, none: null, is: true }] };
    expect(JSON.parse(redactedJson(value, secrets.clean))).toEqual({
      now: '[hidden]',
      took: '[hidden]',
      count: 12,
      deep: [{ at: '[hidden]', none: null, is: true }],
    });
  });

  test('has none of them in its texts', () => {
    const texts = ['dial 9001 now', 'is pa"ss\\word', '123', 'in 1234'];
    expect(JSON.parse(redactedJson(texts, secrets.clean))).toEqual(['dial [hidden] now', 'is [hidden]', '[hidden]', 'in 1234']);
  });

  test('is JSON of the same form whatever the secrets and the file are, and no number in it is one of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 4 })),
        fc.array(fc.nat({ max: 99_999 }).map((digits) => String(digits + 10_000))),
        fc.jsonValue(),
        (typed, numbers, value) => {
          const some = createSecrets();
          for (const secret of [...typed, ...numbers]) some.conceal(secret);
          const written = redactedJson({ value, typed, numbers: numbers.map(Number) }, some.clean);
          const read = z.object({ typed: z.array(z.string()), numbers: z.array(z.unknown()) }).parse(JSON.parse(written));
          expect(read.typed.length + read.numbers.length).toBe(typed.length + numbers.length);
          expect(read.numbers.every((each) => each === '[hidden]')).toBe(true);
        },
      ),
    );
  });
});
