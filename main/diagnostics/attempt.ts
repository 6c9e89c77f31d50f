import type { StepFault, StepNote, StepResult } from '../../contract/diagnostics.ts';
import { unexpected } from '../results/commandAnswers.ts';
import type { Clock } from '../ports/clock.ts';

/** What came of a step; the time is taken by whoever runs it. */
export type Outcome =
  | { readonly kind: 'passed'; readonly note: StepNote }
  | { readonly kind: 'failed'; readonly fault: StepFault }
  | Extract<StepResult, { kind: 'notTried' }>;

export const passed = (note: StepNote): Outcome => ({ kind: 'passed', note });
export const failed = (fault: StepFault): Outcome => ({ kind: 'failed', fault });
export const notTried = (why: Extract<StepResult, { kind: 'notTried' }>['why']): Outcome => ({ kind: 'notTried', why });

export interface AttemptOptions {
  readonly clock: Clock;
  /** Milliseconds; then the step has failed, whatever it is waiting for. */
  readonly limit: number;
  /** The inspector stopped all of it. */
  readonly signal: AbortSignal;
}

/** Runs a step until it is done, overdue or stopped, whichever is first. Never rejects. */
export async function attempt(
  { clock, limit, signal }: AttemptOptions,
  step: (signal: AbortSignal) => Promise<Outcome>,
): Promise<StepResult> {
  if (signal.aborted) return { kind: 'notTried', why: 'stopped' };
  const began = clock.now();
  const own = new AbortController();
  let onStop = (): void => undefined;
  const ended = new Promise<Outcome>((resolve) => {
    const cancel = clock.after(limit, () => {
      resolve(failed({ kind: 'tooLong', limit }));
    });
    onStop = () => {
      cancel();
      resolve(notTried('stopped'));
    };
    signal.addEventListener('abort', onStop, { once: true });
    void step(own.signal).then(
      (outcome) => {
        cancel();
        resolve(outcome);
      },
      () => {
        cancel();
        resolve(failed({ kind: 'problem', problem: unexpected }));
      },
    );
  });
  const outcome = await ended;
  own.abort();
  signal.removeEventListener('abort', onStop);
  return outcome.kind === 'notTried' ? outcome : { ...outcome, took: Math.max(0, clock.now() - began) };
}
