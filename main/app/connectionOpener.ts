import { parseGatewayAddress, type GatewayAddress } from '../gateway/address.ts';
import type { QueryLimiter } from '../gateway/queryLimiter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { openConnection, type GatewayConnection } from '../session/connection/gatewayConnection.ts';
import type { PersistedState } from '../store/persisted.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { TrustService } from '../trust/trust.ts';

export interface ConnectionOpenerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly persisted: PersistedState;
  readonly settings: SettingsService;
  readonly trust: TrustService;
  readonly queries: QueryLimiter;
  /** The `Date` of each answer. */
  onDate(header: string | undefined): void;
}

/** How connections to the gateway are opened: with what is trusted, and the backup addresses of the settings. */
export function createConnectionOpener({ clock, log, persisted, settings, trust, queries, onDate }: ConnectionOpenerOptions) {
  return (address: GatewayAddress, agentId: string, firstGuid: string | null, onWithdrawn: () => void): GatewayConnection =>
    openConnection({
      address,
      agentId,
      firstGuid,
      clock,
      log,
      queries,
      onDate,
      // The address that was signed in to, too: a session may begin at a backup.
      backups: () => [persisted.get().gatewayAddress, ...settings.get().backupGateways].flatMap((text) => parseGatewayAddress(text) ?? []),
      openDispatcher: (present) => trust.open(present, onWithdrawn),
    });
}
