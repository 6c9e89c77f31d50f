import { queuesNotHere } from '../pageNotices/sessionNotices.ts';
import { createQueues, type QueuesService } from '../queues/queues.ts';
import { createRoster, type RosterStates, type RosterService } from '../roster/roster.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Notice } from '../../contract/notice.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { Host } from './host.ts';
import type { InspectorOptions } from './inspectorOptions.ts';

/** Milliseconds between two polls of the skills' queues: a wallboard's pace, far below the query limit (protocol.md 0). */
const queuesInterval = 8_000;

export interface CallCentreOptions {
  readonly host: Pick<Host, 'clock' | 'random' | 'log'>;
  readonly timings: InspectorOptions['timings'];
  readonly settings: SettingsService;
  readonly gatewayDate: GatewayDate;
  onAttention(): void;
  onRosterPolled(look: RosterStates): void;
  onNotice(notice: Notice): void;
  onChange(): void;
}

/** What is seen of the call centre: its agents, and its skills' queues. */
export interface CallCentre {
  readonly roster: RosterService;
  readonly queues: QueuesService;
}

export function createCallCentre(options: CallCentreOptions): CallCentre {
  const { timings, settings, gatewayDate, onChange } = options;
  const { clock, random, log } = options.host;
  const roster = createRoster({
    clock,
    random,
    log,
    interval: () => timings?.roster ?? settings.get().rosterInterval * 1_000,
    gatewayDate: () => gatewayDate.now() ?? clock.wall(),
    onAttention: options.onAttention,
    onPoll: options.onRosterPolled,
    onChange,
  });
  const queues = createQueues({
    clock,
    random,
    log,
    interval: timings?.queues ?? queuesInterval,
    inView: roster.areQueuesInView,
    onNotHere: () => {
      options.onNotice(queuesNotHere);
    },
    onChange,
  });
  return { roster, queues };
}
