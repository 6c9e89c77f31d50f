import type { Problem } from '../../contract/problem.ts';
import type { AuditService } from '../audit/audit.ts';
import { auditedForce, auditedMode } from '../inspection/audited.ts';
import { createForces, type ForceService } from '../inspection/forces.ts';
import { createModes, type ModeService } from '../inspection/modes.ts';
import { createListen, type ListenService } from '../listen/listen.ts';
import { listenTimings } from '../listen/listenMachine.ts';
import { listenUnrecorded } from '../results/commandAnswers.ts';
import type { SessionService } from '../session/session.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';

/**
 * A listen waits for its entry in the audit trail so long (ms): a busy disk gets it down first. One that hangs keeps nobody
 * from listening, but where the administrator wants no listen without its record.
 */
const auditWithin = 2_000;

export interface ListeningOptions {
  readonly host: Pick<Host, 'clock' | 'log'>;
  readonly timings: InspectorOptions['timings'];
  readonly settings: SettingsService;
  readonly session: SessionService;
  readonly audit: AuditService;
  /** Looks at the agents at once, as one was made to do something. */
  lookAtAgents(): void;
  /** A listen is about to be asked of the gateway: the time to write it down. */
  onRequested(): void;
  onListen(): void;
  onChange(): void;
}

/** What the inspector does about an agent's call: the listen, how they are in it, and what the agent is made to do. */
export interface Listening {
  readonly listen: ListenService;
  readonly modes: ModeService;
  readonly forces: ForceService;
}

export function createListening(options: ListeningOptions): Listening {
  const { settings, session, audit, onChange } = options;
  const { clock, log } = options.host;

  /** What was asked for is on the disk, or the administrator does not insist on that; else why it is not to be sent. */
  async function recorded(): Promise<Problem | null> {
    const isWritten = await audit.written(auditWithin);
    return isWritten || !settings.get().auditRequired ? null : listenUnrecorded;
  }

  const modes = createModes({
    clock,
    log,
    link: () => session.live()?.link ?? null,
    beforeChange: recorded,
    onNews: (news) => {
      audit.onRequest(auditedMode(news));
    },
    onChange,
  });
  const listen = createListen({
    clock,
    log,
    timings: { ...listenTimings, ...options.timings?.listen },
    live: session.live,
    beforeRequest: () => {
      options.onRequested();
      return recorded();
    },
    begin: modes.begin,
    end: modes.end,
    onChange: options.onListen,
  });
  const forces = createForces({
    clock,
    beforeRequest: recorded,
    onNews: (news) => {
      audit.onRequest(auditedForce(news));
    },
    onAnswered: (failure) => {
      modes.forced(failure);
      options.lookAtAgents();
    },
    onChange,
  });
  return { listen, modes, forces };
}
