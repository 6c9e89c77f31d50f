import type { ElectronApplication } from '@playwright/test';

/** What comes from a test: a function, or words of JavaScript; and what it is given. */
interface Sent {
  readonly source: string;
  readonly isFunction: boolean;
  readonly given: unknown;
}

/**
 * The same application, of which `evaluate` runs in a turn of its own. By itself the debugger runs it in the midst of anything, Node's own
 * work too: what it gives to process.nextTick as that queue has just been emptied is left there, and so is all that comes after it. Seen
 * with Electron 33.4.11: no socket of the application connected any more. Timers and promises go on.
 */
export function inTurn(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app);
  return Object.assign(app, {
    evaluate: (act: unknown, given: unknown): Promise<unknown> => {
      const sent: Sent = { source: String(act), isFunction: typeof act === 'function', given };
      return evaluate(async (electron, { source, isFunction, given: argument }) => {
        await new Promise(setImmediate);
        const meant: unknown = globalThis.eval(isFunction ? `(${source})` : source);
        return isFunction && typeof meant === 'function' ? (Reflect.apply(meant, null, [electron, argument]) as unknown) : meant;
      }, sent);
    },
  });
}
