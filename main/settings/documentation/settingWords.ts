import type { SettingName } from '../../../contract/settings.ts';
import type { SettingGroup } from '../definition.ts';

/** What administrators read of the settings, in one language: in policy templates, profiles and docs/settings.md. */
export interface SettingWords {
  readonly product: string;
  readonly about: string;
  /** From which version on a policy is understood. */
  readonly supported: string;
  readonly groups: Readonly<Record<SettingGroup, string>>;
  readonly settings: { readonly [Name in SettingName]: { readonly title: string; readonly text: string } };
  /** Under the text of a policy whose value is typed. */
  readonly oneALine: string;
  /** The same where an entry has parts. */
  readonly oneObjectALine: string;
}
