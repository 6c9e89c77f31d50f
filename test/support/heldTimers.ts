/** A page, or an Electron application's main process. */
interface Runs {
  evaluate(code: string): Promise<unknown>;
}

/**
 * Holds what `within` does so many milliseconds later, from now on, until the returned function lets it happen: a moment of a page's or of
 * Earshot's lasts until the test has done all that belongs into it, however busy the machine is. Fails when there was nothing to hold.
 */
export async function holdTimers(within: Runs, ms: number): Promise<() => Promise<void>> {
  await within.evaluate(`{
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const held = new Map();
    let count = 0;
    globalThis.setTimeout = (run, after, ...words) => {
      if (after !== ${String(ms)}) return set(run, after, ...words);
      count += 1;
      held.set(-count, () => run(...words));
      return -count;
    };
    globalThis.clearTimeout = (timer) => {
      if (!held.delete(timer)) clear(timer);
    };
    globalThis.letHeldTimersRun = () => {
      Object.assign(globalThis, { setTimeout: set });
      for (const [timer, run] of held) set(() => held.delete(timer) && run(), 0);
      return count;
    };
  }`);
  return async () => {
    if ((await within.evaluate('globalThis.letHeldTimersRun()')) === 0) throw new Error(`No timer of ${String(ms)} ms was set`);
  };
}
