import { describe, expect, it } from 'vitest';
import { zoomed, zoomKey } from './zoom.ts';

const plain = { type: 'keyDown', key: '', code: '', control: true, meta: false, alt: false, isComposing: false } as const;

describe('the zoom', () => {
  it.each([
    ['=', 'Equal', 'in'],
    ['+', 'Equal', 'in'],
    // German: the plus has a key of its own.
    ['+', 'BracketRight', 'in'],
    ['+', 'NumpadAdd', 'in'],
    ['-', 'Minus', 'out'],
    ['_', 'Minus', 'out'],
    ['-', 'NumpadSubtract', 'out'],
    ['0', 'Digit0', 'reset'],
    // French: without Shift the key prints a letter.
    ['à', 'Digit0', 'reset'],
    ['0', 'Numpad0', 'reset'],
    // Without Num Lock.
    ['Insert', 'Numpad0', 'reset'],
    ['f', 'KeyF', null],
  ] as const)('Ctrl and %s (%s): %s', (key, code, step) => {
    expect(zoomKey({ ...plain, key, code }, 'linux')).toBe(step);
    expect(zoomKey({ ...plain, key, code, control: false, meta: true }, 'darwin')).toBe(step);
  });

  it('leaves a key alone that types, composes or was let go', () => {
    const equal = { ...plain, key: '=', code: 'Equal' };
    expect(zoomKey({ ...equal, control: false }, 'linux')).toBeNull();
    expect(zoomKey({ ...equal, alt: true }, 'win32')).toBeNull();
    expect(zoomKey({ ...equal, isComposing: true }, 'linux')).toBeNull();
    expect(zoomKey({ ...equal, type: 'keyUp' }, 'linux')).toBeNull();
    expect(zoomKey(equal, 'darwin')).toBeNull();
  });

  it('goes by a browser’s steps, and no further than they do', () => {
    expect(zoomed(1, 'in')).toBe(1.1);
    expect(zoomed(1, 'out')).toBe(0.9);
    expect(zoomed(1.75, 'reset')).toBe(1);
    expect(zoomed(1.2, 'in')).toBe(1.25);
    expect(zoomed(3, 'in')).toBe(3);
    expect(zoomed(0.5, 'out')).toBe(0.5);
  });
});
