import path from 'node:path';
import type { CommandAnswer } from '../../contract/commands.ts';
import { auditFolder } from '../audit/files.ts';
import { parseGatewayAddress } from '../gateway/address.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { ModeService } from '../inspection/modes.ts';
import type { RosterService } from '../roster/roster.ts';
import type { SessionService } from '../session/session.ts';
import { createStatistics, type StatisticsService } from '../statistics/statistics.ts';
import { createWorklist, type WorklistService } from '../worklist/worklist.ts';
import type { Host } from './host.ts';
import type { Preferences } from './preferences.ts';
import type { Records } from './records.ts';

export interface ReviewOptions {
  readonly host: Pick<Host, 'clock' | 'log' | 'random' | 'dataFolder'>;
  readonly preferences: Preferences;
  readonly gatewayDate: GatewayDate;
  readonly session: SessionService;
  readonly roster: RosterService;
  readonly modes: ModeService;
  readonly records: Records;
  startListen(workNo: string): CommandAnswer;
  onChange(): void;
}

/** What was heard so far: whom the plan wants to be heard next, and the sums of it. */
export interface Review {
  readonly worklist: WorklistService;
  readonly statistics: StatisticsService;
}

/** The agents of the roster, counted by the audit trail, for whoever is signed in. */
export function createReview(options: ReviewOptions): Review {
  const { gatewayDate, session, roster, modes, startListen, onChange } = options;
  const { clock, log, random, dataFolder } = options.host;
  const { persisted, settings } = options.preferences;
  const { audit, notes } = options.records;

  const worklist = createWorklist({
    clock,
    log,
    random,
    files: auditFolder(path.join(dataFolder, 'worklist')),
    settings: settings.get,
    favourites: () => persisted.get().rosterView.favourites,
    listening: () => {
      const now = session.state();
      if (now.kind !== 'signedIn') return null;
      // The backups have the same agents.
      const others = [persisted.get().gatewayAddress, ...settings.get().backupGateways].flatMap((text) => parseGatewayAddress(text) ?? []);
      return { inspector: now.agentId, gateways: new Set([now.gateway, ...others.map(({ authority }) => authority)]) };
    },
    rows: roster.rows,
    refused: () => modes.noRight().listen,
    trailListens: audit.trailListens,
    date: gatewayDate.agreed,
    listen: startListen,
    onChange,
  });
  const statistics = createStatistics({
    log,
    inspector: () => {
      const now = session.state();
      return now.kind === 'signedIn' ? now.agentId : '';
    },
    trailListens: audit.trailListens,
    book: notes.book,
    nameOf: (workNo) => {
      const name = roster.nameOf(workNo);
      return name === workNo ? '' : name;
    },
    groupOf: worklist.groupOf,
  });
  return { worklist, statistics };
}
