import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until `ask` answers with something other than null, or fails with the name of what was awaited, and with the last try's error if it had one. */
export async function until<Answer>(what: string, ask: () => Promise<Answer | null>, patience = 30_000): Promise<Answer> {
  const end = performance.now() + patience;
  for (;;) {
    let why = '';
    const answer = await ask().catch((error: unknown) => {
      why = `: ${String(error)}`;
      return null;
    });
    if (answer !== null) return answer;
    if (performance.now() > end) throw new Error(`${what}: not within ${String(patience)} ms${why}`);
    await delay(100);
  }
}
