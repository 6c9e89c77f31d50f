import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** The work number of the row that something of the page belongs to; null: of none. */
export function workNoAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-work-no]')?.dataset['workNo'] ?? null) : null;
}

export interface Press {
  onPointerDown(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
}

/**
 * Holds a click to the agent under whom it began. A row's element may come to show another agent while the button is down, as when one
 * scrolls; letting it go would then listen to whoever stands there by now. Such a click is none.
 */
export function usePress(): Press {
  const pressed = useRef<{ readonly pointer: number; readonly workNo: string | null } | null>(null);
  return {
    onPointerDown: (event) => {
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
