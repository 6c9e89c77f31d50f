import { useLayoutEffect, useRef, type RefObject } from 'react';

export interface RestoredFocus<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  readonly tabIndex: -1;
  onFocus(): void;
  onBlur(): void;
}

/**
 * Keeps the focus in a part whose buttons come and go: when the one that had it vanishes, the part itself takes it.
 * Not the next button, which a second press of Enter would then set off.
 */
export function useRestoredFocus<Element extends HTMLElement>(): RestoredFocus<Element> {
  const ref = useRef<Element>(null);
  const within = useRef(false);
  useLayoutEffect(() => {
    if (within.current && document.activeElement === document.body) ref.current?.focus();
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      within.current = true;
    },
    onBlur: () => {
      within.current = false;
    },
  };
}
