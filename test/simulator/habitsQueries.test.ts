import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Habits, Simulator } from '../../simulator/index.ts';
import { createHandClock, mondayAtEight, type HandClock } from '../support/handClock.ts';
import type { PlainClient } from './plainClient.ts';
import { quickSimulator, signedInInspector } from './signedIn.ts';

const own = 'agentgroup/{id}/agentbyworkno/291';
const other = 'agentgroup/{id}/agentbyworkno/20001';
const status = 'onlineagent/{id}/agentstatus';
const roster = 'agentgroup/{id}/onlineagentonvdn';

const row = z.object({ workno: z.string(), ctiStatus: z.string() });

async function stage(habits: Habits): Promise<{ clock: HandClock; simulator: Simulator; client: PlainClient }> {
  const clock = createHandClock(mondayAtEight);
  const simulator = await quickSimulator({ clock, timings: { signIn: 0 }, queryLimit: 'off' });
  const client = await clock.standFor(signedInInspector(simulator));
  simulator.setHabits(habits, '291');
  return { clock, simulator, client };
}

test('queriesBlind, refused: the own number does not exist, another one does', async () => {
  const { client } = await stage({ queriesBlind: { how: 'refused' } });
  expect(await client.retcode('GET', own)).toBe('300-002');
  expect(await client.retcode('GET', other)).toBe('0');
});

test('queriesBlind, noCtiStatus: the own details lack it, another’s have it', async () => {
  const { client } = await stage({ queriesBlind: { how: 'noCtiStatus' } });
  expect((await client.call('GET', own)).result).not.toHaveProperty('ctiStatus');
  expect((await client.call('GET', own)).result).toHaveProperty('status');
  expect((await client.call('GET', other)).result).toHaveProperty('ctiStatus');
});

test('queriesStale: own state, details and rows tell what was so up to so long ago, and then no longer', async () => {
  const { clock, simulator, client } = await stage({ queriesStale: { share: 1, upToMs: 40_000 } });
  simulator.setAgent('20001', { state: 'idle' });
  const stateOf = async (): Promise<unknown> =>
    z.object({ agentState: z.number() }).parse((await client.call('GET', status)).result).agentState;
  const detailsOf = async (): Promise<string> => row.parse((await client.call('GET', other)).result).ctiStatus;
  const rowOf = async (): Promise<string | undefined> =>
    z
      .array(row)
      .parse((await client.call('GET', roster)).result)
      .find(({ workno }) => workno === '20001')?.ctiStatus;
  clock.jump(50_000);
  simulator.setAgent('20001', { state: 'talking' });
  simulator.setAgent('291', { state: 'busy' });
  expect([await stateOf(), await detailsOf(), await rowOf()]).toEqual([4, '1', '1']);
  clock.jump(40_000);
  expect([await stateOf(), await detailsOf(), await rowOf()]).toEqual([3, '5', '5']);
});

test('queriesFail: a share of them is refused, commands are not', async () => {
  const { client } = await stage({ queriesFail: { share: 0.5 } });
  const codes: string[] = [];
  for (let count = 0; count < 40; count += 1) codes.push(await client.retcode('GET', status));
  expect(new Set(codes)).toEqual(new Set(['0', '000-004']));
  for (let count = 0; count < 10; count += 1) expect(await client.retcode('POST', 'onlineagent/{id}/sayfree')).toBe('0');
});
