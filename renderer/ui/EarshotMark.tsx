import type { ReactElement } from 'react';

/** Earshot's mark: a point, and sound that reaches further out. */
export function EarshotMark(): ReactElement {
  return (
    <svg className="earshot-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="earshot-mark__ground" width="32" height="32" rx="7" />
      <g className="earshot-mark__sound" fill="none" strokeWidth="2.6" strokeLinecap="round">
        <path d="M13.6 20.2a5 5 0 0 0 0-8.4" />
        <path d="M17.4 24a10 10 0 0 0 0-16" />
        <path d="M21.2 27.2a14.4 14.4 0 0 0 0-22.4" />
      </g>
      <circle className="earshot-mark__point" cx="9" cy="16" r="2.6" />
    </svg>
  );
}
