import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandAnswerSchema, commands, type CommandName } from '../../contract/commands.ts';
import { commandChannels } from '../../contract/channels.ts';
import { appStateSchema } from '../../contract/state.ts';
import { connectBridge } from '../../main/bridge.ts';
import { createBench } from '../support/inspectorOnSimulator.ts';

const names = Object.keys(commands) as CommandName[];

describe('the bridge', () => {
  test('has one channel for each command', () => {
    expect(Object.keys(commandChannels).sort()).toEqual([...names].sort());
    expect(new Set(Object.values(commandChannels)).size).toBe(names.length);
  });

  test('shows the present state at once, and it fits the contract', () => {
    const seen: unknown[] = [];
    const { inspector } = createBench();
    connectBridge(inspector, { state: (state) => seen.push(state), roster: () => undefined }).close();
    expect(seen).toHaveLength(1);
    appStateSchema.parse(seen[0]);
  });

  test('refuses or handles whatever payload a command comes with', async () => {
    const { inspector } = createBench();
    const bridge = connectBridge(inspector, { state: () => undefined, roster: () => undefined });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, payload) => {
        commandAnswerSchema.parse(await bridge.command(name, payload));
      }),
    );
    bridge.close();
  });

  test.each(['../../../x', '20011/../forcelogout', '20011?x=1', '1e3', '-5', '', '1234567'])(
    '"%s" is no work number to listen to',
    async (workNo) => {
      const { inspector } = createBench();
      const bridge = connectBridge(inspector, { state: () => undefined, roster: () => undefined });
      expect(await bridge.command('listen', { workNo })).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
      bridge.close();
    },
  );

  test('a field too many is refused', async () => {
    const { inspector } = createBench();
    const bridge = connectBridge(inspector, { state: () => undefined, roster: () => undefined });
    expect(await bridge.command('goIdle', { also: 'this' })).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
    bridge.close();
  });
});
