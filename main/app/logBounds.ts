import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Logbook } from '../ports/log.ts';
import type { SettingsService } from '../settings/settings.ts';

const megabyte = 1024 * 1024;

const day = 24 * 60 * 60 * 1_000;

/** However large and old they may be. */
const mostLogFiles = 10;

/** How much of the log is kept, as the settings say now; what is older than they let it be goes when the date is confirmed. */
export function boundLog(logbook: Logbook, settings: SettingsService, gatewayDate: GatewayDate): void {
  const { logLevel, logSize, logDays } = settings.get();
  const oldest = (): number | null => {
    const date = gatewayDate.agreed();
    return date === null ? null : date - logDays * day;
  };
  logbook.bound({ level: logLevel, size: logSize * megabyte, files: mostLogFiles, oldest });
}
