import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultPlace } from './faults.ts';
import { anyCharacter } from '../../test/support/anyCharacter.ts';

describe('where a fault arose', () => {
  test('is told by name, function and file', () => {
    function breaks(): never {
      throw new TypeError('kestrel-4711');
    }
    let place = '';
    try {
      breaks();
    } catch (error) {
      place = faultPlace(error);
    }
    expect(place).toMatch(/^TypeError at .*breaks faults\.test\.ts:\d+:\d+/);
    expect(place).not.toContain('kestrel');
  });

  test.each(['one line', 'two\nlines', 'looks\n    at like (secret.ts:1:2)\n    at frames (/home/li/kestrel.ts:3:4)', ''])(
    'holds nothing of the message %j',
    (message) => {
      const error = new Error(message);
      const place = faultPlace(error);
      for (const part of ['secret', 'kestrel', 'like', 'lines', 'li/']) expect(place).not.toContain(part);
    },
  );

  test('does not name the folders that a file lies in', () => {
    const error = new Error('x');
    error.stack = 'Error: x\n    at go (/home/li.wei/earshot/main/go.ts:1:2)\n    at C:\\Users\\li.wei\\earshot\\main\\come.ts:3:4';
    expect(faultPlace(error)).toBe('Error at go go.ts:1:2 at come.ts:3:4');
  });

  test.each([null, undefined, 'kestrel-4711', { message: 'kestrel-4711' }, 5])('of what is no error (%j) nothing is told', (thrown) => {
    expect(faultPlace(thrown)).toBe('unknown');
  });

  test('whatever the message, it does not come through', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: anyCharacter }), (noise) => {
        const secret = `§${noise}§`;
        expect(faultPlace(new Error(`\n    at ${secret} (x:1:1)`))).not.toContain(secret);
      }),
    );
  });

  test('an error that names itself strangely is an Error', () => {
    const error = new Error('x');
    error.name = 'kestrel 4711';
    expect(faultPlace(error)).toMatch(/^Error at /);
  });
});
