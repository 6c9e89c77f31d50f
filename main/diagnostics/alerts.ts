import type { CommandAnswer } from '../../contract/commands.ts';
import type { TestAlert } from '../../contract/state.ts';
import { failed, notTried, passed, type Outcome } from './attempt.ts';

/** The test alert, as the alerts make it. */
export interface TestedAlerts {
  start(): CommandAnswer | Promise<CommandAnswer>;
  shown(): TestAlert;
  /** Calls back with each change of the application's state. */
  onChange(listener: () => void): () => void;
}

/** Goes through every surface; one that this computer does not have is no fault. */
export async function tryAlerts(alerts: TestedAlerts, signal: AbortSignal): Promise<Outcome> {
  const before = alerts.shown();
  const over = new Promise<TestAlert | null>((resolve) => {
    const stop = alerts.onChange(() => {
      const now = alerts.shown();
      if (now.kind !== 'done' || now === before) return;
      stop();
      resolve(now);
    });
    signal.addEventListener('abort', () => {
      stop();
      resolve(null);
    });
  });
  const answer = await alerts.start();
  if (!answer.ok) return notTried('alertUnderWay');
  const done = await over;
  return done?.kind === 'done' ? alertsOutcome(done) : notTried('stopped');
}

function alertsOutcome({ results, whole, quiet }: Extract<TestAlert, { kind: 'done' }>): Outcome {
  if (!whole) return notTried('cutShort');
  const there = results.filter(({ shown }) => shown.kind !== 'notSupported');
  const missing = there.filter(({ shown }) => shown.kind !== 'shown').map(({ surface }) => surface);
  if (there.length === 0 || missing.length > 0) return failed({ kind: 'notShown', surfaces: missing });
  return passed({ kind: 'shown', surfaces: there.length, heldBack: quiet === 'yes' });
}
