import type { Input, WebContents } from 'electron';
import { createListeners } from '../../contract/listeners.ts';

/** Chromium's own steps (components/zoom/page_zoom_constants.cc), without those at which nothing can be read or nothing fits. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export const zoomBounds = { smallest: 0.5, largest: 3 } as const;

export type ZoomStep = 'in' | 'out' | 'reset';

/** How large pages are drawn, for all of Earshot's alike. */
export interface Zoom {
  /** 1 is as designed. */
  factor(): number;
  /** Draws a page so, now and after each time that it is loaded, and heeds the keys and the wheel on it. */
  follow(contents: WebContents): void;
  onChange(listener: () => void): void;
}

/** `keep` is given each new factor, to begin with it the next time. */
export function createZoom(start: number, platform: NodeJS.Platform, keep: (factor: number) => void): Zoom {
  let factor = start;
  const followed = new Set<WebContents>();
  const changes = createListeners<null>();

  function zoom(step: ZoomStep): void {
    const next = zoomed(factor, step);
    if (next === factor) return;
    factor = next;
    for (const contents of followed) contents.setZoomFactor(factor);
    keep(factor);
    changes.notify(null);
  }

  return {
    factor: () => factor,
    follow: (contents) => {
      followed.add(contents);
      contents.on('destroyed', () => followed.delete(contents));
      contents.on('dom-ready', () => {
        contents.setZoomFactor(factor);
      });
      contents.on('before-input-event', (event, input) => {
        const step = zoomKey(input, platform);
        if (step === null) return;
        event.preventDefault();
        zoom(step);
      });
      contents.on('zoom-changed', (_event, direction) => {
        zoom(direction);
      });
    },
    onChange: (listener) => {
      changes.add(listener);
    },
  };
}

/** The factor one step on; one that is between two steps goes to the next. */
export function zoomed(factor: number, step: ZoomStep): number {
  switch (step) {
    case 'in':
      return steps.find((each) => each > factor) ?? zoomBounds.largest;
    case 'out':
      return steps.findLast((each) => each < factor) ?? zoomBounds.smallest;
    case 'reset':
      return 1;
  }
}

type Pressed = Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt' | 'isComposing'>;

/** What browsers zoom by: Ctrl (macOS: Cmd) with `=`, `+`, `-` or `0`, by what the layout prints or on the numeric pad; null: not a key for that. */
export function zoomKey({ type, key, code, control, meta, alt, isComposing }: Pressed, platform: NodeJS.Platform): ZoomStep | null {
  const [wanted, other] = platform === 'darwin' ? [meta, control] : [control, meta];
  // With Alt it is AltGr, which types.
  if (type !== 'keyDown' || isComposing || !wanted || other || alt) return null;
  if (key === '=' || key === '+' || code === 'NumpadAdd') return 'in';
  if (key === '-' || key === '_' || code === 'NumpadSubtract') return 'out';
  // AZERTY layouts print `0` with Shift alone.
  if (key === '0' || code === 'Digit0' || code === 'Numpad0') return 'reset';
  return null;
}
