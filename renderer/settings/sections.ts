import type { ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { AlertSettings } from '../alerts/settings/AlertSettings.tsx';
import { AuditSection } from '../audit/AuditSection.tsx';
import { DiagnosticsSection } from '../diagnostics/DiagnosticsSection.tsx';
import type { Words } from '../i18n/Words.ts';
import { NotesSection } from '../notes/NotesSection.tsx';
import { RulesSection } from '../rules/RulesSection.tsx';
import { ConnectionSettings } from './ConnectionSettings.tsx';
import { FeatureSettings } from './FeatureSettings.tsx';
import { GeneralSettings } from './general/GeneralSettings.tsx';
import { SecurityRules } from './trust/SecurityRules.tsx';
import { TrustedGateways } from './trust/TrustedGateways.tsx';
import { WorklistSettings } from './WorklistSettings.tsx';
import { WrongSettings } from './WrongSettings.tsx';

/** A part of the settings page: a name in its list, and what stands beside it. */
export interface SettingsSection {
  readonly id: string;
  readonly title: (words: Words) => string;
  /** Where it is not always there. */
  readonly isShown?: (state: AppState) => boolean;
  readonly Section: (props: { readonly state: AppState }) => ReactElement;
}

/** In the order of the list. */
export const sections: readonly SettingsSection[] = [
  { id: 'trusted', title: ({ settings }) => settings.trusted.title, Section: TrustedGateways },
  { id: 'security', title: ({ settings }) => settings.rules.title, Section: SecurityRules },
  { id: 'alerts', title: ({ settings }) => settings.alerts.title, Section: AlertSettings },
  { id: 'rules', title: ({ rules }) => rules.title, Section: RulesSection },
  { id: 'audit', title: ({ audit }) => audit.title, Section: AuditSection },
  { id: 'notes', title: ({ notes }) => notes.title, Section: NotesSection },
  { id: 'worklist', title: ({ worklist }) => worklist.title, Section: WorklistSettings },
  { id: 'diagnostics', title: ({ diagnostics }) => diagnostics.title, Section: DiagnosticsSection },
  { id: 'connection', title: ({ settings }) => settings.connection.title, Section: ConnectionSettings },
  { id: 'features', title: ({ settings }) => settings.features.title, Section: FeatureSettings },
  { id: 'general', title: ({ settings }) => settings.general.title, Section: GeneralSettings },
  {
    id: 'wrong',
    title: ({ settings }) => settings.wrong.title,
    isShown: ({ settings }) => settings.wrong.length > 0,
    Section: WrongSettings,
  },
];
