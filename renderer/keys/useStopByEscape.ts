import { useEffect, useState } from 'react';

/** The second Escape must follow the first within this time. */
const WITHIN_MS = 4_000;

export interface StopByEscape {
  /** Escape was pressed once; once more stops. */
  readonly armed: boolean;
  /** An Escape that nothing else wanted. */
  press(): void;
}

/** Stops a listen at the second of two Escapes: one alone is pressed too easily. */
export function useStopByEscape(active: boolean, onStop: () => void): StopByEscape {
  const [armed, setArmed] = useState(false);
  // What the first Escape was for is over: it is not half of stopping the next one.
  if (armed && !active) setArmed(false);
  useEffect(() => {
    if (!armed) return undefined;
    const timer = setTimeout(() => {
      setArmed(false);
    }, WITHIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [armed]);
  return {
    armed: armed && active,
    press: () => {
      if (!active) return;
      setArmed(!armed);
      if (armed) onStop();
    },
  };
}
