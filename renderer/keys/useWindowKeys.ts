import { useEffect, useRef } from 'react';
import type { Mode } from '../../contract/inspection.ts';
import { unlessComposing } from './composing.ts';
import { shortcutOf } from './shortcut.ts';

/** What the window's own keys do, wherever the focus is. */
export interface WindowKeys {
  readonly onSearch: () => void;
  readonly onList: () => void;
  readonly onNote: () => void;
  /** The next one of the worklist. */
  readonly onNext: () => void;
  /** The nth saved view, from 0. */
  readonly onView: (index: number) => void;
  /** Alt with the letter of a way to be in a call. */
  readonly onMode: (mode: Mode) => void;
  readonly onEscape: () => void;
  /** Whether keys of a single character are heard. */
  readonly singleKeys: boolean;
}

/** By the key's place where Alt makes another character of it (macOS), as on a layout without Latin letters. */
const modeKeys: ReadonlyMap<string, Mode> = new Map([
  ['l', 'listen'],
  ['w', 'whisper'],
  ['i', 'insert'],
  ['t', 'call'],
]);

function modeOfKey({ key, code }: KeyboardEvent): Mode | undefined {
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1];
  return letter === undefined ? undefined : modeKeys.get(letter.toLowerCase());
}

/** Characters are left to fields that one types in. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement ? target.type !== 'checkbox' : target instanceof HTMLTextAreaElement;
}

/** Listens for the window's keys; those that a part has taken for itself are not heard. */
export function useWindowKeys(keys: WindowKeys): void {
  const present = useRef(keys);
  useEffect(() => {
    present.current = keys;
  });
  useEffect(() => {
    const over = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape' && !event.altKey) {
        present.current.onEscape();
        return;
      }
      // In a field, Alt with digits types characters: by their code on the numeric pad (Windows), others beside it (macOS).
      if (isTyping(event.target)) return;
      const shortcut = shortcutOf(event);
      const view = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
      const mode = event.altKey && !event.shiftKey ? modeOfKey(event) : undefined;
      if (mode !== undefined) present.current.onMode(mode);
      else if (view !== undefined) present.current.onView(Number(view) - 1);
      else if (event.altKey || !present.current.singleKeys) return;
      else if (shortcut === '/') present.current.onSearch();
      else if (shortcut === '?') present.current.onList();
      else if (shortcut === 'n') present.current.onNote();
      else if (shortcut === 'd') present.current.onNext();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', unlessComposing(onKeyDown), { signal: over.signal });
    return () => {
      over.abort();
    };
  }, []);
}
