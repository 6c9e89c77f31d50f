import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkPage } from '../../contract/worklist.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { memoryFiles } from '../../test/support/trails.ts';
import { agentRow, day, minute, trailOfHeard, wednesday, workOn, type WorkBench } from '../../test/support/worklistBench.ts';

const heard = (agent: string, at = wednesday - 60 * minute, heardFor = 4 * minute) => ({ agent, at, heardFor });

async function page({ service }: WorkBench): Promise<WorkPage> {
  const answer = await service.handlers.readWorklist({ skip: 0 });
  if (!answer.ok || answer.work === undefined) throw new Error('no page');
  return answer.work;
}

async function next({ service }: WorkBench): Promise<string> {
  const answer = await service.handlers.listenNext({});
  return answer.ok ? 'ok' : answer.problem.code;
}

describe('the worklist', () => {
  test('has who needs a listen most first, with what is done and what was too short', async () => {
    const bench = workOn(
      trailOfHeard([
        heard('20001'),
        heard('20001'),
        heard('20002'),
        heard('20003', wednesday - 10 * day),
        heard('20004', wednesday - minute, minute),
      ]),
    );
    bench.rows = ['20001', '20002', '20003', '20004', '20005'].map((workNo) => agentRow(workNo));
    await bench.open();
    expect(bench.service.shown()).toMatchObject({ kind: 'ready', agents: 5, agentsDone: 1, done: 3, needed: 10, dueByNow: 0 });
    const { rows } = await page(bench);
    expect(rows.map(({ agent, done, tooShort }) => [agent.workNo, done, tooShort])).toEqual([
      ['20005', 0, 0],
      ['20003', 0, 0],
      ['20004', 0, 1],
      ['20002', 1, 0],
      ['20001', 2, 0],
    ]);
  });

  test('is about the groups and favourites of the plan; of a plan without them, about everybody', async () => {
    const bench = workOn(trailOfHeard([]));
    bench.rows = [agentRow('20001'), agentRow('20002', { group: 'Claims' }), agentRow('20003', { group: '' })];
    await bench.open();
    const inPlan = async () => (await page(bench)).rows.map(({ agent }) => agent.workNo).sort();
    expect(await inPlan()).toEqual(['20001', '20002', '20003']);
    bench.settings = { ...bench.settings, planGroups: ['Claims'] };
    expect(await inPlan()).toEqual(['20002']);
    bench.settings = { ...bench.settings, planFavourites: true };
    bench.favourites = ['20003'];
    expect(await inPlan()).toEqual(['20002', '20003']);
  });

  test('loses nothing by a restart, and begins anew with the week', async () => {
    const listens = [heard('20001'), heard('20001', wednesday - 8 * day)];
    for (const later of [0, 7 * day]) {
      const bench = workOn(trailOfHeard(listens), memoryFiles(), createHandClock(wednesday + later));
      bench.rows = [agentRow('20001')];
      await bench.open();
      expect(bench.service.shown()).toMatchObject({ done: later === 0 ? 1 : 0 });
      expect((await page(bench)).rows).toMatchObject([{ last: wednesday - 60 * minute }]);
    }
  });

  test('counts anew when the week ends while Earshot runs', async () => {
    const bench = workOn(trailOfHeard([heard('20001')]));
    bench.rows = [agentRow('20001')];
    await bench.open();
    expect(bench.service.shown()).toMatchObject({ done: 1 });
    await bench.clock.advance(5 * day);
    bench.look();
    expect(bench.service.shown()).toMatchObject({ done: 0, dueByNow: 0 });
  });

  test('says who is behind: fewer listens than the days that are over ask for', async () => {
    const friday = createHandClock(wednesday + 2 * day);
    const bench = workOn(trailOfHeard([heard('20001')]), memoryFiles(), friday);
    bench.rows = [agentRow('20001'), agentRow('20002')];
    await bench.open();
    expect(bench.service.shown()).toMatchObject({ done: 1, dueByNow: 2 });
    expect((await page(bench)).rows.map(({ agent, behind }) => [agent.workNo, behind])).toEqual([
      ['20002', true],
      ['20001', false],
    ]);
  });

  test('names who is new, who is not signed in, and who was not for two weeks', async () => {
    const files = memoryFiles();
    const before = workOn(trailOfHeard([]), files, createHandClock(wednesday - 20 * day));
    before.rows = [agentRow('20001'), agentRow('20002'), agentRow('20003', { state: 'signedOut' })];
    await before.open();
    await before.service.settled();
    const lastWeek = workOn(trailOfHeard([]), files, createHandClock(wednesday - 7 * day));
    lastWeek.rows = [agentRow('20001'), agentRow('20004')];
    await lastWeek.open();
    await lastWeek.service.settled();
    const bench = workOn(trailOfHeard([]), files);
    bench.rows = [agentRow('20001'), agentRow('20005', { name: 'New' })];
    await bench.open();
    const { rows, left } = await page(bench);
    expect(rows.map(({ agent, here, isNew }) => [agent.workNo, here, isNew])).toEqual([
      ['20001', true, false],
      ['20005', true, true],
      ['20004', false, false],
    ]);
    expect(left).toEqual([{ agent: { workNo: '20002', name: '' }, group: 'Sales', lastSeen: '2026-11-05' }]);
    expect(bench.service.shown()).toMatchObject({ agents: 3, isNew: 1, left: 1 });
  });

  test('keeps no names of agents, and nothing at all where there is no plan', async () => {
    const bench = workOn(trailOfHeard([]));
    bench.settings = { planListens: 0 };
    bench.rows = [agentRow('20001', { name: 'Li Wei' })];
    await bench.open();
    await bench.service.settled();
    expect(bench.service.shown()).toEqual({ kind: 'noPlan' });
    expect(bench.files.content.size).toBe(0);
    bench.settings = { planListens: 1 };
    bench.service.settingsChanged();
    await bench.open();
    await bench.service.settled();
    const persisted = [...bench.files.content.values()].join('');
    expect(persisted).toContain('20001');
    expect(persisted).not.toContain('Li Wei');
  });

  test('reads what is whole of what was kept of who was seen, and tries again what could not be written', async () => {
    const files = memoryFiles([
      {
        name: 'seen-2026-11.jsonl',
        text: '{"v":1,"day":"2026-11-20","groups":[["Sales",["20001"]]]}\n{"v":2,"more":1}\n{"v":1,"day":"2026-11-2',
      },
    ]);
    const bench = workOn(trailOfHeard([]), files);
    bench.rows = [agentRow('20002')];
    await bench.open();
    files.disk = 'failing';
    await bench.service.settled();
    files.disk = 'good';
    await bench.service.settled();
    const again = workOn(trailOfHeard([]), files);
    await again.open();
    expect((await page(again)).rows.map(({ agent }) => agent.workNo)).toEqual(['20001', '20002']);
  });

  test('says that the audit trail cannot be read, and tries again when it is asked', async () => {
    const bench = workOn(new Error('disk'));
    await bench.open();
    expect(bench.service.shown()).toEqual({ kind: 'unreadable' });
    expect(await bench.service.handlers.readWorklist({ skip: 0 })).toMatchObject({ ok: false, problem: { code: 'worklist-not-ready' } });
  });
});

test('the list is made anew with a change, and not by being read', async () => {
  const bench = workOn(trailOfHeard([]));
  bench.rows = [agentRow('20001')];
  await bench.open();
  const before = bench.service.shown();
  bench.settings = { ...bench.settings, planListens: 3 };
  expect(bench.made.shown()).toBe(before);
  bench.made.follow();
  expect(bench.made.shown()).toMatchObject({ kind: 'ready', needed: 3 });
});

describe('the next one', () => {
  test('is one of those who are due and can be heard now, each as likely as any', async () => {
    const rows = [
      agentRow('20001'),
      agentRow('20002', { state: 'idle' }),
      agentRow('20003', { voice: false }),
      agentRow('20004', { state: 'occupied' }),
      agentRow('20005'),
      agentRow('20006'),
    ];
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (random) => {
        const bench = workOn(trailOfHeard([heard('20005'), heard('20005')]));
        bench.rows = rows;
        bench.refused = ['20006'];
        bench.random = random;
        await bench.open();
        expect(await next(bench)).toBe('ok');
        expect(bench.asked).toEqual([random < 0.5 ? '20001' : '20004']);
      }),
    );
  });

  test('is nobody where there is no plan, nobody is due, nobody who is due is in a call, or the agents are not known', async () => {
    const bench = workOn(trailOfHeard([heard('20001'), heard('20001')]));
    expect(await next(bench)).toBe('worklist-not-ready');
    bench.rows = [agentRow('20001'), agentRow('20002', { state: 'wrapUp' })];
    await bench.open();
    expect(await next(bench)).toBe('nobody-to-hear');
    bench.rows = [agentRow('20001')];
    bench.look();
    expect(await next(bench)).toBe('nobody-due');
    bench.rows = null;
    expect(await next(bench)).toBe('worklist-not-ready');
    bench.settings = { planListens: 0 };
    expect(await next(bench)).toBe('no-plan');
    expect(bench.asked).toEqual([]);
  });
});
