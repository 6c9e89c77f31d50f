import { describe, expect, test } from 'vitest';
import { isComposing } from './composing.ts';
import { shortcutOf } from './shortcut.ts';

test('a key belongs to the input method while one composes, and at the key that only its code tells of', () => {
  expect(isComposing({ isComposing: true, keyCode: 27 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 27 })).toBe(false);
});

describe('the shortcut of a key press', () => {
  const shortcut = (key: string, code: string, shiftKey = false): string => shortcutOf({ key, code, shiftKey });

  test.each([
    ['l', 'KeyL', 'l'],
    ['L', 'KeyL', 'l'],
    ['/', 'Slash', '/'],
    ['Escape', 'Escape', 'escape'],
    ['Enter', 'NumpadEnter', 'enter'],
    [' ', 'Space', ' '],
  ])('%s is itself', (key, code, expected) => {
    expect(shortcut(key, code)).toBe(expected);
  });

  test.each([
    ['／', 'Slash', false, '/'],
    ['、', 'Slash', false, '/'],
    ['？', 'Slash', true, '?'],
    ['ｌ', 'KeyL', false, 'l'],
    ['Ｌ', 'KeyL', true, 'l'],
  ])('a Chinese input method’s %s at %s is what the key says', (key, code, shiftKey, expected) => {
    expect(shortcut(key, code, shiftKey)).toBe(expected);
  });

  test.each([
    ['д', 'KeyL', 'l'],
    ['Д', 'KeyL', 'l'],
    ['ך', 'KeyL', 'l'],
    ['λ', 'KeyL', 'l'],
    ['م', 'KeyL', 'l'],
    ['а', 'KeyF', 'f'],
    ['к', 'KeyR', 'r'],
    ['ظ', 'Slash', '/'],
  ])('%s of a layout without Latin letters is what a US keyboard has at %s', (key, code, expected) => {
    expect(shortcut(key, code)).toBe(expected);
  });

  test('a question mark of such a layout lies where a US keyboard has it', () => {
    expect(shortcut('؟', 'Slash', true)).toBe('?');
  });

  test.each([
    ['n', 'KeyL', 'n'],
    ['t', 'KeyL', 't'],
    ['.', 'Slash', '.'],
    ['!', 'Slash', '!'],
    ['-', 'Slash', '-'],
    ['/', 'Digit7', '/'],
    ['/', 'KeyQ', '/'],
  ])('%s at %s is what the layout says, wherever a US keyboard has it', (key, code, expected) => {
    expect(shortcut(key, code)).toBe(expected);
  });

  test.each([
    ['ı', 'KeyR'],
    ['é', 'Slash'],
    ['ø', 'Semicolon'],
    ['。', 'Period'],
    ['、', 'Backslash'],
  ])('%s at %s is no shortcut', (key, code) => {
    expect(['l', 'f', 'r', '/', '?']).not.toContain(shortcut(key, code));
  });
});
