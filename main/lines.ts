import { parseGatewayAddress, type GatewayAddress } from './gateway/address.ts';
import { proxyRouteTo } from './gateway/proxyRoute.ts';
import { trustedDispatcher } from './gateway/tls.ts';
import type { Host } from './host.ts';
import { openLine, type Line } from './session/line.ts';
import type { Kept } from './settings/kept.ts';
import type { SettingsRoom } from './settings/settings.ts';

/** How lines to the gateway are opened: with this computer's trust, its proxy, and the backup addresses of the settings. */
export function createLineOpener(host: Host, kept: Kept, settings: SettingsRoom) {
  const { clock, log } = host;
  return (address: GatewayAddress, agentId: string, firstGuid: string | null): Line =>
    openLine({
      address,
      agentId,
      firstGuid,
      clock,
      log,
      // The address that was signed in to, too: a session may begin at a backup.
      backups: () => [kept.get().gatewayAddress, ...settings.get().backupGateways].flatMap((text) => parseGatewayAddress(text) ?? []),
      dispatcherFor: (present) =>
        trustedDispatcher(present, { pin: (authority) => kept.get().pins[authority]?.fingerprint ?? null, now: () => clock.now() }, () =>
          proxyRouteTo(present.origin, settings.get(), (url) => host.systemProxy(url)),
        ),
    });
}
