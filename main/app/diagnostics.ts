import type { Alerts } from '../alerts/alerts.ts';
import { probeGateway } from '../diagnostics/probeGateway.ts';
import { lookUp } from '../diagnostics/lookUp.ts';
import { settingOrigins } from '../diagnostics/origins.ts';
import { createDiagnostics, type DiagnosticsService } from '../diagnostics/diagnostics.ts';
import type { Connection } from './connection.ts';
import type { Host } from './host.ts';
import type { Preferences } from './preferences.ts';

export interface DiagnosticsHereOptions {
  readonly host: Pick<Host, 'clock' | 'log' | 'about' | 'dataFolder' | 'secretBox' | 'administered'>;
  readonly preferences: Preferences;
  readonly connection: Connection;
  readonly alerts: Alerts;
  /** Calls back after each change; returns the unsubscription. */
  onChanged(listener: () => void): () => void;
  onChange(): void;
}

/** Puts the diagnostics together: on the way to the gateway that is signed in to, or was last. */
export function createDiagnosticsHere({
  host,
  preferences,
  connection,
  alerts,
  onChanged,
  onChange,
}: DiagnosticsHereOptions): DiagnosticsService {
  const { clock, log, about, dataFolder, secretBox, administered } = host;
  const { persisted, settings } = preferences;
  const { trust, session, routingTo } = connection;
  return createDiagnostics({
    clock,
    log,
    about,
    dataFolder,
    secretBox,
    lookUp,
    routingTo,
    alerts: { start: () => alerts.handlers.testAlert({}), shown: () => alerts.shown().testAlert, onChange: onChanged },
    probeGateway: (address, deadline, signal) =>
      probeGateway({ address, clock, log, deadline, signal, openDispatcher: (to) => trust.open(to, () => undefined) }),
    gateway: () => {
      const now = session.state();
      return 'gateway' in now ? now.gateway : persisted.get().gatewayAddress;
    },
    origins: () => settingOrigins(settings.shown(), persisted.get().settings, administered.policy),
    onChange,
  });
}
