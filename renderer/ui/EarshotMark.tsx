import type { ReactElement } from 'react';

/** Earshot's mark, the ear of its icon (assets/source/icon.svg). */
export function EarshotMark(): ReactElement {
  return (
    <svg className="earshot-mark" viewBox="80 80 864 864" aria-hidden="true">
      <rect className="earshot-mark__ground" x="80" y="80" width="864" height="864" rx="212" />
      <g className="earshot-mark__ear" fill="none" strokeWidth="72" strokeLinecap="round" strokeLinejoin="round">
        <path d="M318 420a200 200 0 1 1 374 98c-46 82-118 104-130 190a108 108 0 0 1-206 30" />
        <path d="M446 424a72 72 0 1 1 94 70" />
      </g>
    </svg>
  );
}
