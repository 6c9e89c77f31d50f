import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { z } from 'zod';
import { until } from '../../support/desktop/until.ts';
import { buildForRings, type RingRig } from '../rings/rig.ts';
import { withRig } from '../rings/runRings.ts';
import { writePastListens, type Size } from './pastListens.ts';

/** Changes of state a second in the whole centre, so that agents come and go between two listens. */
const changesPerSecond = 100;
const patience = 30_000;
/** Milliseconds: nobody asks for the next one without a breath, and in it the agents are looked at again. */
const betweenListens = 2_500;
/** Work number of the simulated centre's first agent. */
const firstAgent = 20_001;

/**
 * Milliseconds from the press of the key for the next listen, as the page hears of it, until its request is in at the gateway: the product
 * in Electron, signed in, at a living centre.
 */
export async function nextByKey({ agents, past }: Size, times: number, say: (line: string) => void): Promise<readonly number[]> {
  await buildForRings();
  const workNos = Array.from({ length: agents }, (_, index) => String(firstAgent + index));
  const options = {
    agents,
    changesPerSecond,
    prepare: async (dataFolder: string, { port, inspector }: RingRig['gateway']): Promise<void> => {
      const listener = { inspector: inspector.agentId, gateway: `127.0.0.1:${String(port)}` };
      await writePastListens(path.join(dataFolder, 'audit'), listener, workNos, past, Date.now());
    },
  };
  return withRig(options, async (rig) => {
    await setPlan(rig);
    const took: number[] = [];
    while (took.length < times) {
      took.push(await oneNext(rig));
      if (took.length % 20 === 0) say(`    ${String(took.length)} of ${String(times)}`);
    }
    return took;
  });
}

/** More listens than anybody has had, so that all are due; and waits until the past ones are counted. */
async function setPlan({ page }: RingRig): Promise<void> {
  const set: unknown = await page.evaluate('window.earshot.changeSettings({ settings: { planListens: 50, planMinutes: 3 } })');
  z.looseObject({ ok: z.literal(true) }).parse(set);
  await page.getByRole('button', { name: 'Worklist' }).click();
  await page.getByRole('region', { name: 'How far the plan is done' }).waitFor();
  const done = page.getByText(/^[1-9][\d,]* of [\d,]+ listens/);
  await done.waitFor();
  await page.getByRole('button', { name: 'Back to the agents' }).click();
  await page.getByRole('grid').waitFor();
  // Hears of each key before the page's own, and of what is pressed by whom: nobody else presses any.
  await page.evaluate(`
    document.addEventListener('keydown', (event) => { window.pressedAt = performance.timeOrigin + event.timeStamp; }, { capture: true });`);
}

async function oneNext({ page, gateway }: RingRig): Promise<number> {
  await page.getByRole('heading').first().focus();
  const asked = gateway.listenAsked();
  await page.keyboard.press('d');
  const at = await asked;
  if (at === null) throw new Error('No listen was asked for.');
  const pressed = z.number().parse(await page.evaluate('window.pressedAt'));
  await gateway.ringBegun();
  await gateway.order({ kind: 'hangUp' });
  const over = async (): Promise<true | null> => ((await page.getByRole('button', { name: 'Stop listening' }).count()) === 0 ? true : null);
  await until('the end of the listen', over, patience);
  await pause(betweenListens);
  return at - pressed;
}
