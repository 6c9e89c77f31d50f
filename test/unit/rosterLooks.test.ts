import { describe, expect, test } from 'vitest';
import type { GatewayLink } from '../../main/gateway/link.ts';
import { createGroupNames } from '../../main/roster/groupNames.ts';
import { createLooks } from '../../main/roster/looks.ts';
import { rowOf } from '../support/agentFacts.ts';
import { createHandClock } from '../support/handClock.ts';
import { silentLog } from '../support/silentLog.ts';

const nobody: GatewayLink = { agentId: '291', send: () => Promise.resolve({ ok: false, failure: { kind: 'timeout' } }) };

describe('looks at the list', () => {
  /** Looks at a gateway that takes so long for each answer; the moments at which it was asked. */
  function stage(took: number) {
    const clock = createHandClock(0);
    const asked: number[] = [];
    const looks = createLooks({
      clock,
      random: () => 0.5,
      interval: () => 3_000,
      source: {
        ask: () => {
          asked.push(clock.now());
          return new Promise((resolve) => {
            clock.after(took, () => {
              resolve({ ok: false, failure: { kind: 'timeout' } });
            });
          });
        },
        reset: () => undefined,
      },
      wanted: () => true,
      onList: () => undefined,
      onFailure: () => undefined,
    });
    return { clock, asked, looks };
  }

  test('come seldom where the gateway is slow', async () => {
    const { clock, asked, looks } = stage(10_000);
    looks.start(nobody);
    await clock.advance(80_000);
    expect(asked).toEqual([0, 40_000, 80_000]);
  });

  test('come as soon as they may when asked for, however slow the gateway was', async () => {
    const { clock, asked, looks } = stage(10_000);
    looks.start(nobody);
    await clock.advance(11_000);
    looks.look();
    await clock.advance(1_999);
    expect(asked).toEqual([0]);
    await clock.advance(1);
    expect(asked).toEqual([0, 13_000]);
  });
});

describe('names of groups', () => {
  /** A gateway that answers the query for names with these in turn. */
  function stage(answers: readonly Awaited<ReturnType<GatewayLink['send']>>[]) {
    const left = [...answers];
    const names: string[] = [];
    const groupNames = createGroupNames({
      log: silentLog,
      rows: () => new Map([['101', rowOf('101', { group: '', groupId: 7 })]]),
      onNames: (found) => names.push(...found.values()),
    });
    groupNames.start({ agentId: '291', send: () => Promise.resolve(left.shift() ?? { ok: false, failure: { kind: 'timeout' } }) });
    const look = async (): Promise<void> => {
      groupNames.look();
      await new Promise(setImmediate);
    };
    return { look, names, left };
  }

  const sales = { ok: true, value: { retcode: '0', result: [{ id: 7, name: 'Sales' }], event: undefined } } as const;

  test('are asked for again after an answer that was lost', async () => {
    const { look, names } = stage([{ ok: false, failure: { kind: 'timeout' } }, sales]);
    await look();
    expect(names).toEqual([]);
    await look();
    expect(names).toEqual(['Sales']);
  });

  test('are not asked for again where the gateway has no such query', async () => {
    const { look, names, left } = stage([{ ok: false, failure: { kind: 'refused', retcode: '000-006' } }, sales]);
    await look();
    await look();
    expect(names).toEqual([]);
    expect(left).toHaveLength(1);
  });
});
