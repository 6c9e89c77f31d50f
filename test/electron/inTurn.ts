import { randomUUID } from 'node:crypto';
import type { ElectronApplication } from '@playwright/test';

/** What comes from a test: a function, or words of JavaScript; what it is given; and by what it is known when it is asked for again. */
interface Sent {
  readonly source: string;
  readonly isFunction: boolean;
  readonly given: unknown;
  readonly id: string;
}

declare global {
  /** In the application: what a test has run there, by id. Held, so that its outcome can be asked for again. */
  var earshotRun: Map<string, Promise<unknown>> | undefined;
}

/**
 * The same application, of which `evaluate` runs in a turn of its own. By itself the debugger runs it in the midst of anything, Node's own
 * work too: what it gives to process.nextTick as that queue has just been emptied is left there, and so is all that comes after it. Seen
 * with Electron 33.4.11: no socket of the application connected any more. Timers and promises go on.
 */
export function inTurn<App extends Pick<ElectronApplication, 'evaluate'>>(app: App): App {
  const evaluate = app.evaluate.bind(app);
  const run = (sent: Sent): Promise<unknown> =>
    evaluate((electron, { source, isFunction, given, id }) => {
      const all = (globalThis.earshotRun ??= new Map<string, Promise<unknown>>());
      const inItsTurn = async (): Promise<unknown> => {
        await new Promise(setImmediate);
        const meant: unknown = globalThis.eval(isFunction ? `(${source})` : source);
        return isFunction && typeof meant === 'function' ? (Reflect.apply(meant, null, [electron, given]) as unknown) : meant;
      };
      const outcome = all.get(id) ?? inItsTurn();
      all.set(id, outcome);
      return outcome;
    }, sent);
  return Object.assign(app, {
    evaluate: (act: unknown, given: unknown): Promise<unknown> => {
      const sent = { source: String(act), isFunction: typeof act === 'function', given, id: randomUUID() };
      // V8's debugger holds weakly what it waits for, and may say so of one that has just come to its end: seen once in many thousands.
      return run(sent).catch((error: unknown) => {
        if (String(error).includes('promise was garbage collected')) return run(sent);
        throw error;
      });
    },
  });
}
