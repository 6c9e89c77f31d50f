import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandAnswerSchema, commandNames, commandShapes } from '../../contract/commands.ts';
import { commandFunctions } from '../../contract/commandFunctions.ts';
import { commandChannel } from '../../contract/channels.ts';
import { appStateSchema } from '../../contract/state.ts';
import { connectPage } from '../../main/app/pageConnection.ts';
import { createBench } from '../support/inspectorOnSimulator.ts';

const names = commandNames;

describe('the bridge', () => {
  test('has one channel for each command', () => {
    expect(new Set(names.map(commandChannel)).size).toBe(names.length);
  });

  test('has one function for each command, and sends nothing with one that takes nothing, whatever it is called with', () => {
    const sent: unknown[] = [];
    const functions = commandFunctions(commandShapes, (name, input) => sent.push([name, input]));
    expect(Object.keys(functions)).toEqual(names);
    Reflect.apply(functions.takeOver, undefined, ['a click']);
    functions.listen({ workNo: '20001' });
    expect(sent).toEqual([
      ['takeOver', {}],
      ['listen', { workNo: '20001' }],
    ]);
  });

  test('shows the present state at once, and it fits the contract', () => {
    const seen: unknown[] = [];
    const { inspector } = createBench();
    connectPage(inspector, { state: (state) => seen.push(state), roster: () => undefined }).close();
    expect(seen).toHaveLength(1);
    appStateSchema.parse(seen[0]);
  });

  test('refuses or handles whatever payload a command comes with', async () => {
    const { inspector } = createBench();
    const bridge = connectPage(inspector, { state: () => undefined, roster: () => undefined });
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
      const bridge = connectPage(inspector, { state: () => undefined, roster: () => undefined });
      expect(await bridge.command('listen', { workNo })).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
      bridge.close();
    },
  );

  test('a field too many is refused', async () => {
    const { inspector } = createBench();
    const bridge = connectPage(inspector, { state: () => undefined, roster: () => undefined });
    expect(await bridge.command('goIdle', { also: 'this' })).toMatchObject({ ok: false, problem: { code: 'bad-request' } });
    bridge.close();
  });
});
