import type { Problem } from '../../contract/problem.ts';
import type { AuditRoom } from '../audit/room.ts';
import { auditedForce, auditedMode } from '../inspection/audited.ts';
import { createForceRoom, type ForceRoom } from '../inspection/forceRoom.ts';
import { createModeRoom, type ModeRoom } from '../inspection/modeRoom.ts';
import { createListen, type ListenRoom } from '../listen/listen.ts';
import { listenTimings } from '../listen/machine.ts';
import { listenUnrecorded } from '../results/commandAnswers.ts';
import type { SessionRoom } from '../session/session.ts';
import type { SettingsRoom } from '../settings/settings.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';

/**
 * A listen waits for its entry in the audit trail so long (ms): a busy disk gets it down first. One that hangs keeps nobody
 * from listening, but where the administrator wants no listen without its record.
 */
const auditWithin = 2_000;

export interface ListeningParts {
  readonly host: Pick<Host, 'clock' | 'log'>;
  readonly timings: InspectorOptions['timings'];
  readonly settings: SettingsRoom;
  readonly session: SessionRoom;
  readonly audit: AuditRoom;
  /** Looks at the agents at once, as one was made to do something. */
  lookAtAgents(): void;
  /** A listen is about to be asked of the gateway: the time to write it down. */
  onRequested(): void;
  onListen(): void;
  onChange(): void;
}

/** What the inspector does about an agent's call: the listen, how they are in it, and what the agent is made to do. */
export interface Listening {
  readonly listen: ListenRoom;
  readonly modes: ModeRoom;
  readonly forces: ForceRoom;
}

export function createListening(parts: ListeningParts): Listening {
  const { settings, session, audit, onChange } = parts;
  const { clock, log } = parts.host;

  /** What was asked for is on the disk, or the administrator does not insist on that; else why it is not to be sent. */
  async function recorded(): Promise<Problem | null> {
    const isWritten = await audit.written(auditWithin);
    return isWritten || !settings.get().auditRequired ? null : listenUnrecorded;
  }

  const modes = createModeRoom({
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
    timings: { ...listenTimings, ...parts.timings?.listen },
    live: session.live,
    beforeRequest: () => {
      parts.onRequested();
      return recorded();
    },
    begin: modes.begin,
    end: modes.end,
    onChange: parts.onListen,
  });
  const forces = createForceRoom({
    clock,
    beforeRequest: recorded,
    onNews: (news) => {
      audit.onRequest(auditedForce(news));
    },
    onAnswered: (failure) => {
      modes.forced(failure);
      parts.lookAtAgents();
    },
    onChange,
  });
  return { listen, modes, forces };
}
