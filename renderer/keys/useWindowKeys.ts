import { useEffect, useRef } from 'react';

/** What the window's own keys do, wherever the focus is. */
export interface WindowKeys {
  readonly onSearch: () => void;
  readonly onList: () => void;
  /** The nth saved view, from 0. */
  readonly onView: (index: number) => void;
  readonly onEscape: () => void;
  /** Whether keys of a single character are heard. */
  readonly singleKeys: boolean;
}

/** Single characters are left to fields that one types in. */
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
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const view = event.altKey ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined;
      if (view !== undefined) present.current.onView(Number(view) - 1);
      else if (event.altKey) return;
      else if (event.key === 'Escape') {
        present.current.onEscape();
        return;
      } else if (!present.current.singleKeys || isTyping(event.target)) return;
      else if (event.key === '/') present.current.onSearch();
      else if (event.key === '?') present.current.onList();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
