import { unlessComposing } from '../keys/composing.ts';

/** What can be pressed; a press anywhere else is one on the page. */
const pressable = 'button, a, input, select, textarea, label, summary';

const pressedAt = (target: EventTarget | null): Element | null => (target instanceof Element ? target.closest(pressable) : null);

/**
 * Lets one gesture of the hand do one thing, on the whole page. The later clicks of a double click press only what the first one pressed:
 * what came under the pointer meanwhile was not meant. Enter held down presses once: what took the focus meanwhile was not meant either.
 */
export function holdToOneGesture(page: Window): void {
  let first: Element | null = null;
  page.addEventListener(
    'click',
    (event) => {
      // A click of the keyboard's, or of a screen reader's, is counted 0.
      if (event.detail === 0) return;
      const pressed = pressedAt(event.target);
      if (event.detail === 1) first = pressed;
      else if (pressed !== first) stop(event);
    },
    { capture: true },
  );
  page.addEventListener(
    'keydown',
    unlessComposing((event: KeyboardEvent) => {
      if (event.repeat && event.key === 'Enter' && pressedAt(event.target) instanceof HTMLButtonElement) event.preventDefault();
    }),
    { capture: true },
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
