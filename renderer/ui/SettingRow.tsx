import type { ReactElement, ReactNode } from 'react';
import type { SettingName } from '../../contract/settings.ts';
import { LockedNote } from './LockedNote.tsx';

interface SettingRowProps {
  /** The setting that it shows, so that a test finds every one; null: a row that sets nothing. */
  readonly setting: SettingName | null;
  readonly name: ReactNode;
  /** The control, or what is in force where there is nothing to choose. */
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  /** Set by the administrator: the row says so, and its control is the caller's to block. */
  readonly locked: boolean;
}

/** One setting: its name, its control, and who set it. */
export function SettingRow({ setting, name, children, hint, locked }: SettingRowProps): ReactElement {
  return (
    <div className="setting" data-setting={setting ?? undefined}>
      <div className="setting__name">{name}</div>
      <div className="setting__value">
        {children}
        {hint === undefined ? null : <p className="setting__hint">{hint}</p>}
        {locked ? <LockedNote /> : null}
      </div>
    </div>
  );
}
