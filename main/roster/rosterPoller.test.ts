import { describe, expect, test } from 'vitest';
import { createListReader } from '../gateway/agentList.ts';
import type { GatewayLink } from '../gateway/link.ts';
import { createGroupNames } from './groupNames.ts';
import { createRosterPoller } from './rosterPoller.ts';
import { rowOf } from '../../test/support/agentFacts.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { listOf } from '../../test/support/lists.ts';
import { silentLog } from '../../test/support/silentLog.ts';

const nobody: GatewayLink = { agentId: '291', send: () => Promise.resolve({ ok: false, failure: { kind: 'timeout' } }) };

describe('looks at the list', () => {
  /** Looks at a gateway that takes so long for each answer; the moments at which it was asked. */
  function stage(took: number) {
    const clock = createHandClock(0);
    const asked: number[] = [];
    const how: string[] = [];
    const wanted = { now: true };
    const looks = createRosterPoller({
      clock,
      random: () => 0.5,
      interval: () => 3_000,
      source: {
        ask: (_link, reader, { urgency, signal }) => {
          asked.push(clock.now());
          how.push(urgency);
          return new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              resolve({ ok: false, failure: { kind: 'aborted' } });
            });
            clock.after(took, () => {
              if (took < 10_000) void listOf(reader, []).then((value) => resolve({ ok: true, value }));
              else resolve({ ok: false, failure: { kind: 'timeout' } });
            });
          });
        },
        reset: () => undefined,
      },
      wanted: () => wanted.now,
      reader: createListReader,
      onList: () => Promise.resolve(),
      onFailure: () => undefined,
      onPause: () => undefined,
    });
    return { clock, asked, how, wanted, looks };
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
    looks.poll();
    await clock.advance(1_999);
    expect(asked).toEqual([0]);
    await clock.advance(1);
    expect(asked).toEqual([0, 13_000]);
  });

  test('hurry until something is seen, and then no more', async () => {
    const { clock, how, looks } = stage(100);
    looks.start(nobody);
    await clock.advance(7_000);
    expect(how).toEqual(['now', 'soon', 'soon']);
    const slow = stage(10_000);
    slow.looks.start(nobody);
    await slow.clock.advance(40_000);
    expect(slow.how).toEqual(['now', 'now']);
  });

  test('that nobody wants any more are given up, and begin again at the agreed pace', async () => {
    const { clock, asked, wanted, looks } = stage(10_000);
    looks.start(nobody);
    await clock.advance(500);
    wanted.now = false;
    looks.unwanted();
    await clock.advance(60_000);
    expect(asked).toEqual([0]);
    wanted.now = true;
    looks.poll();
    await clock.advance(500);
    wanted.now = false;
    looks.unwanted();
    wanted.now = true;
    looks.poll();
    await clock.advance(10_000);
    expect(asked).toEqual([0, 60_500, 63_500]);
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
      groupNames.update();
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
