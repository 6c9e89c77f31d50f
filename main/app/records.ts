import type { CommandAnswer } from '../../contract/commands.ts';
import type { AppState } from '../../contract/state.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { AuditRoom } from '../audit/room.ts';
import type { AuditTrail } from './auditTrail.ts';
import { fileAnswer } from '../results/commandAnswers.ts';
import { knock } from '../diagnostics/knock.ts';
import { lookUp } from '../diagnostics/lookUp.ts';
import { settingOrigins } from '../diagnostics/origins.ts';
import { createDiagnostics, type DiagnosticsRoom } from '../diagnostics/room.ts';
import { supportFile, supportFileName } from '../diagnostics/supportFile.ts';
import type { GatewayAddress } from '../gateway/address.ts';
import type { ProxyWays } from '../gateway/proxyWays.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Host } from './host.ts';
import type { SessionRoom } from '../session/session.ts';
import type { Kept } from '../settings/kept.ts';
import type { SettingsRoom } from '../settings/settings.ts';
import type { TrustRoom } from '../trust/trust.ts';

export interface RecordsParts {
  readonly host: Host;
  readonly gatewayDate: GatewayDate;
  readonly kept: Kept;
  readonly settings: SettingsRoom;
  readonly trust: TrustRoom;
  readonly trail: AuditTrail;
  readonly session: SessionRoom;
  readonly alerts: Alerts;
  waysTo(address: GatewayAddress): Promise<ProxyWays>;
  state(): AppState;
  onState(listener: () => void): () => void;
  onChange(): void;
}

/** What is written down, and what can be looked up when something is amiss. */
export interface Records {
  readonly audit: AuditRoom;
  readonly diagnostics: DiagnosticsRoom;
  /** How much of the log is kept, as the settings say now. */
  boundLog(): void;
  /** What is older than the settings let it be goes, now that the date is borne out. */
  removeOld(): void;
  saveSupportFile(): Promise<CommandAnswer>;
}

const megabyte = 1024 * 1024;

const day = 24 * 60 * 60 * 1_000;

/** However large and old they may be. */
const mostLogFiles = 10;

/** Lines of the log in the file for support: the last hours of a shift. */
const logLines = 2_000;

export function createRecords(parts: RecordsParts): Records {
  const { host, gatewayDate, kept, settings, trust, session, alerts, onChange } = parts;
  const { audit, known } = parts.trail;
  const { clock, log, secretBox, dataFolder } = host;

  const diagnostics = createDiagnostics({
    clock,
    log,
    about: host.about,
    dataFolder,
    secretBox,
    lookUp,
    waysTo: parts.waysTo,
    alerts: { start: () => alerts.answers.testAlert({}), shown: () => alerts.shown().testAlert, onChange: parts.onState },
    knock: (address, deadline, signal) =>
      knock({ address, clock, log, deadline, signal, openWay: (to) => trust.open(to, () => undefined) }),
    gateway: () => {
      const now = session.state();
      return 'gateway' in now ? now.gateway : kept.get().gatewayAddress;
    },
    origins: () => settingOrigins(settings.shown(), kept.get().settings, host.administered.policy),
    onChange,
  });

  function boundLog(): void {
    const { logLevel, logSize, logDays } = settings.get();
    const oldest = (): number | null => {
      const date = gatewayDate.agreed();
      return date === null ? null : date - logDays * day;
    };
    host.logbook.bound({ level: logLevel, size: logSize * megabyte, files: mostLogFiles, oldest });
  }

  return {
    audit,
    diagnostics,
    boundLog,
    removeOld: () => {
      boundLog();
      audit.open();
    },
    saveSupportFile: async () => {
      const at = clock.wall();
      const end = known.read();
      const text = supportFile({ at, state: parts.state(), auditEnd: end === 'sealed' ? null : end, log: host.logbook.tail(logLines) });
      return fileAnswer(await host.saveFile(supportFileName(at), host.logbook.redact(text)));
    },
  };
}
