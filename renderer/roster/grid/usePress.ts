import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react';

/** The work number of the row that something of the page belongs to; null: of none. */
export function workNoAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-work-no]')?.dataset['workNo'] ?? null) : null;
}

export interface Press {
  /** A button is held down that was pressed over a row. */
  readonly down: boolean;
  onPointerDown(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
}

/**
 * Holds a click to the agent under whom it began. A row's element may come to show another agent while the button is down, as when one
 * scrolls; letting it go would then listen to whoever stands there by now. Such a click is none.
 */
export function usePress(): Press {
  const pressed = useRef<{ readonly pointer: number; readonly workNo: string | null } | null>(null);
  const [down, setDown] = useState(false);
  useEffect(() => {
    if (!down) return undefined;
    const ended = new AbortController();
    // The click comes after it.
    const up = (): void => {
      setTimeout(() => {
        if (!ended.signal.aborted) setDown(false);
      });
    };
    for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, up, { signal: ended.signal });
    return () => {
      ended.abort();
    };
  }, [down]);
  return {
    down,
    onPointerDown: (event) => {
      setDown(true);
      pressed.current = { pointer: event.pointerId, workNo: workNoAt(event.target) };
    },
    onClick: (event) => {
      const began = pressed.current;
      pressed.current = null;
      // A click of the keyboard's, or of a screen reader's, has no pointer.
      const pointer = event.nativeEvent instanceof PointerEvent ? event.nativeEvent.pointerId : null;
      if (began?.pointer !== pointer || began.workNo === workNoAt(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
