import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react';

/** The work number of the row that something of the page belongs to; null: of none. */
export function workNoAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-work-no]')?.dataset['workNo'] ?? null) : null;
}

export interface PressGuard {
  /** A button is held down that was pressed over a row. */
  readonly down: boolean;
  onPointerDown(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
}

/**
 * Holds a click to the agent under whom it began. A row's element may come to show another agent while the button is down, as when one
 * scrolls; letting it go would then listen to whoever stands there by now. Such a click is none.
 */
export function usePressGuard(): PressGuard {
  const pressed = useRef<{ readonly pointer: number; readonly workNo: string | null } | null>(null);
  const [down, setDown] = useState<number | null>(null);
  useEffect(() => {
    if (down === null) return undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    const ended = new AbortController();
    const on = (type: 'pointerdown' | 'pointerup' | 'pointercancel' | 'contextmenu' | 'blur', act: (event: Event) => void): void => {
      window.addEventListener(type, act, { signal: ended.signal });
    };
    const over = (): void => {
      setDown((now) => (now === down ? null : now));
    };
    const isThis = (event: Event): boolean => event instanceof PointerEvent && event.pointerId === down;
    on('pointerup', (event) => {
      // The click comes after it.
      if (isThis(event)) later = setTimeout(over);
    });
    on('pointerdown', (event) => {
      if (isThis(event)) clearTimeout(later);
    });
    // No pointerup may come of these.
    on('pointercancel', over);
    on('contextmenu', over);
    on('blur', over);
    return () => {
      ended.abort();
      clearTimeout(later);
      over();
    };
  }, [down]);
  return {
    down: down !== null,
    onPointerDown: (event) => {
      if (event.button === 0) setDown(event.pointerId);
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
