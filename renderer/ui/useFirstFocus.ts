import { useEffect, useRef, type RefObject } from 'react';

/** Gives a control the focus when it appears, without scrolling what stands before it out of view as `autoFocus` does. */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
  }, []);
  return ref;
}
