import type { Listen } from '../../../contract/state.ts';
import type { Simulator } from '../../../simulator/index.ts';

/** What the gateway knows of one listen, watched from its side. */
export interface ListenTruth {
  /** Every step the gateway saw; none: there never was a listen. */
  readonly steps: ReadonlySet<string>;
  stop(): void;
}

/** Looks every few milliseconds: no step of the gateway is that short. */
export function watchTruth(simulator: Simulator, inspector: string): ListenTruth {
  const steps = new Set<string>();
  const look = (): void => {
    const step = simulator.inspectionOf(inspector)?.step;
    if (step !== undefined) steps.add(step);
  };
  const timer = setInterval(look, 3);
  // A busy machine looks too seldom: what the gateway delivered and answered counts as well.
  const from = simulator.requests.length;
  const read = (): void => {
    for (const { interface: name, agentId, answer } of simulator.requests.slice(from)) {
      if (agentId !== inspector) continue;
      if (name === 'addSupervise' && answer?.retcode === '0') steps.add('accepted');
      if (answer?.event === 'AgentOther_PhoneOffhook') steps.add('listening');
    }
  };
  return {
    get steps() {
      read();
      return steps;
    },
    stop: () => {
      look();
      clearInterval(timer);
    },
  };
}

/** What is shown against what is: null when they agree, else the difference in words. */
export function difference(shown: Listen, simulator: Simulator, inspector: string, steps: ReadonlySet<string>): string | null {
  const now = simulator.inspectionOf(inspector)?.step ?? 'none';
  const expected = shownFor(now);
  if (!expected.includes(shown.kind)) return `shown ${shown.kind}, at the gateway ${now}`;
  if (shown.kind !== 'ended') return null;
  const heard = steps.has('listening');
  const saysHeard = shown.heardFor !== null || shown.outcome === 'hungUp';
  if (saysHeard && !heard) return `shown as heard (${shown.outcome}), at the gateway never up`;
  const saysNeverUp = ['refused', 'notAnswered', 'declined', 'phoneUnavailable', 'notStarted'].includes(shown.outcome);
  if (saysNeverUp && heard) return `shown as ${shown.outcome}, at the gateway it was up`;
  if ((shown.outcome === 'refused' || shown.outcome === 'notStarted') && steps.size > 0)
    return `shown as ${shown.outcome}, at the gateway accepted`;
  if (steps.size === 0 && !['refused', 'notStarted', 'stopped', 'phoneUnavailable', 'endedUnseen', 'sessionOver'].includes(shown.outcome)) {
    return `shown as ${shown.outcome}, at the gateway there was none`;
  }
  return null;
}

function shownFor(step: string): readonly Listen['kind'][] {
  switch (step) {
    case 'none':
    case 'ended':
      return ['idle', 'ended'];
    case 'accepted':
    case 'callingPhone':
      return ['calling', 'requesting'];
    case 'ringing':
      return ['ringing'];
    default:
      return ['listening'];
  }
}
