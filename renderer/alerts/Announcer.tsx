import type { ReactElement } from 'react';
import type { Announcement } from './announcement.ts';

/** The live regions. They stand apart from what is seen, so that running times are never read out. */
export function Announcer({ calm, urgent, missed }: Announcement): ReactElement {
  return (
    <div className="only-spoken">
      <p aria-live="polite">{calm}</p>
      <p aria-live="polite">{missed}</p>
      <p aria-live="assertive">{urgent}</p>
    </div>
  );
}
