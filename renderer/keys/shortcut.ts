/** What of a key press says which shortcut it is. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** Between an ASCII character and its full-width form, which a Chinese input method types (Unicode, "Halfwidth and Fullwidth Forms"). */
const fullWidth = 0xfee0;

const isAscii = (key: string): boolean => /^[!-~]+$/.test(key);

/**
 * The shortcut that a key press stands for, in lower case: what it types, or the name of the key. Where that is neither ASCII nor
 * Latin, as with a Chinese input method or a Cyrillic, Greek, Hebrew or Arabic layout, it is what the key types on a US keyboard:
 * such a layout has no other key for it. A Latin layout has one, wherever it lies.
 */
export function shortcutOf({ key, code, shiftKey }: PressedKey): string {
  if (isAscii(key)) return key.toLowerCase();
  if (/^[\uff01-\uff5e]$/.test(key)) return String.fromCharCode(key.charCodeAt(0) - fullWidth).toLowerCase();
  if (/\p{Script=Latin}/u.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return key;
}
