import path from 'node:path';
import type { CommandAnswer } from '../../contract/commands.ts';
import type { AuditRoom } from '../audit/room.ts';
import { auditFolder } from '../audit/files.ts';
import { parseGatewayAddress } from '../gateway/address.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Host } from './host.ts';
import type { ModeRoom } from '../inspection/modeRoom.ts';
import type { RosterRoom } from '../roster/roster.ts';
import type { SessionRoom } from '../session/session.ts';
import type { Kept } from '../settings/kept.ts';
import type { SettingsRoom } from '../settings/settings.ts';
import { createWorklist, type WorklistRoom } from '../worklist/room.ts';

export interface WorklistHereParts {
  readonly host: Host;
  readonly gatewayDate: GatewayDate;
  readonly kept: Kept;
  readonly settings: SettingsRoom;
  readonly session: SessionRoom;
  readonly roster: RosterRoom;
  readonly modes: ModeRoom;
  readonly audit: AuditRoom;
  listen(workNo: string): CommandAnswer;
  onChange(): void;
}

/** Puts the worklist together: the agents of the roster, counted by the audit trail, for whoever is signed in. */
export function createWorklistHere(parts: WorklistHereParts): WorklistRoom {
  const { host, gatewayDate, kept, settings, session, roster, modes, audit, listen, onChange } = parts;
  return createWorklist({
    clock: host.clock,
    log: host.log,
    random: host.random,
    files: auditFolder(path.join(host.dataFolder, 'worklist')),
    settings: settings.get,
    favourites: () => kept.get().rosterView.favourites,
    listening: () => {
      const now = session.state();
      if (now.kind !== 'signedIn') return null;
      // The backups have the same agents.
      const others = [kept.get().gatewayAddress, ...settings.get().backupGateways].flatMap((text) => parseGatewayAddress(text) ?? []);
      return { inspector: now.agentId, gateways: new Set([now.gateway, ...others.map(({ authority }) => authority)]) };
    },
    rows: roster.rows,
    refused: () => modes.noRight().listen,
    trailListens: audit.trailListens,
    date: gatewayDate.agreed,
    listen,
    onChange,
  });
}
