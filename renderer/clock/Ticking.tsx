import { createContext, useContext, useLayoutEffect, useRef, type ReactElement } from 'react';
import type { Clock } from './clock.ts';

const ClockContext = createContext<Clock | null>(null);

export const ClockProvider = ClockContext.Provider;

export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('Outside ClockProvider');
  return clock;
}

interface TickingProps {
  /** The text at a time; keep it the same function while it means the same. */
  readonly text: (now: number) => string;
  readonly className?: string;
}

/** A running time. The shared clock writes it; React renders it once. */
export function Ticking({ text, className = '' }: TickingProps): ReactElement {
  const clock = useClock();
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const span = element.current;
    if (span === null) return undefined;
    return clock.show((now) => {
      span.textContent = text(now);
    });
  }, [clock, text]);
  return <span ref={element} className={className} />;
}
