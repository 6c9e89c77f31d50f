import type { ReactElement, ReactNode } from 'react';
import { LockedNote } from './LockedNote.tsx';

interface SettingRowProps {
  readonly name: ReactNode;
  /** The control, or what is in force where there is nothing to choose. */
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  /** Set by the administrator: the row says so, and its control is the caller's to block. */
  readonly locked: boolean;
}

/** One setting: its name, its control, and who set it. */
export function SettingRow({ name, children, hint, locked }: SettingRowProps): ReactElement {
  return (
    <div className="setting">
      <div className="setting__name">{name}</div>
      <div className="setting__value">
        {children}
        {hint === undefined ? null : <p className="setting__hint">{hint}</p>}
        {locked ? <LockedNote /> : null}
      </div>
    </div>
  );
}
