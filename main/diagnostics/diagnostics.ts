import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import type { About, Diagnostics, DiagnosticRun } from '../../contract/diagnostics.ts';
import { asTypedAddress } from '../../contract/typed.ts';
import { done } from '../results/commandAnswers.ts';
import type { Log } from '../ports/log.ts';
import { allWaiting, runSteps, type RunOptions } from './run.ts';

export interface DiagnosticsOptions extends RunOptions {
  readonly log: Log;
  readonly about: About;
  origins(): Diagnostics['origins'];
  /** The gateway in use, or the one that was signed in to last; may be empty. */
  gateway(): string;
  onChange(): void;
}

type DiagnosticsCommand = 'runDiagnostics' | 'stopDiagnostics';

/** Says step by step what works from this computer to the gateway, and on it. */
export interface DiagnosticsService {
  shown(): Diagnostics;
  readonly handlers: { readonly [Name in DiagnosticsCommand]: (input: CommandInput<Name>) => CommandAnswer };
}

export function createDiagnostics(options: DiagnosticsOptions): DiagnosticsService {
  let run: DiagnosticRun = { kind: 'never' };
  let stop: AbortController | null = null;

  function put(next: DiagnosticRun): void {
    run = next;
    options.onChange();
  }

  async function start(gateway: string): Promise<void> {
    const own = new AbortController();
    stop = own;
    let steps = allWaiting;
    put({ kind: 'running', gateway, steps });
    await runSteps(options, gateway, own.signal, (now) => {
      steps = now;
      put({ kind: 'running', gateway, steps });
    });
    stop = null;
    const results = Object.fromEntries(Object.entries(steps).map(([name, { kind }]) => [name, kind]));
    options.log.info('diagnostics', results);
    put({ kind: 'done', at: options.clock.now(), gateway, steps });
  }

  return {
    shown: () => ({ run, about: options.about, origins: options.origins() }),
    handlers: {
      // A second click while it runs changes nothing.
      runDiagnostics: ({ gatewayAddress }) => {
        if (stop === null) void start(asTypedAddress(gatewayAddress ?? options.gateway()));
        return done;
      },
      stopDiagnostics: () => {
        stop?.abort();
        return done;
      },
    },
  };
}
