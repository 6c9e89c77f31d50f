import { useLayoutEffect, useRef, type RefObject } from 'react';

export interface FocusHandedOn {
  readonly ref: RefObject<HTMLButtonElement | null>;
  onFocus(): void;
  onBlur(): void;
}

/** For a button that gives way to another one in its place, which takes the focus over: whoever works by keys stays where they are. */
export function useFocusHandedOn(): FocusHandedOn {
  const ref = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    onFocus: () => {
      had.current = true;
    },
    onBlur: () => {
      had.current = false;
    },
  };
}
