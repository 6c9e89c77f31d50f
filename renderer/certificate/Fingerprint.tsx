import type { ReactElement } from 'react';
import { fingerprintGroups } from './fingerprintGroups.ts';

/** A fingerprint laid out in groups to compare; its text, and what is copied, is the fingerprint itself. */
export function Fingerprint({ value }: { readonly value: string }): ReactElement {
  return (
    <code className="fingerprint">
      {fingerprintGroups(value).map((group, index) => (
        <span className="fingerprint__group" key={index}>
          {group}
        </span>
      ))}
    </code>
  );
}
