import { describe, expect, test } from 'vitest';
import type { GatewayAnswer } from '../gateway/answer.ts';
import type { GatewayLink, GatewayRequest, Reply } from '../gateway/link.ts';
import { createQueues, type QueuesService } from './queues.ts';
import { createHandClock, type HandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

interface Stage {
  readonly service: QueuesService;
  readonly clock: HandClock;
  readonly sent: GatewayRequest[];
  inView: boolean;
  told: number;
  answer: (request: GatewayRequest) => Reply<GatewayAnswer> | Promise<Reply<GatewayAnswer>>;
}

const answered = (result: unknown): Reply<GatewayAnswer> => ({ ok: true, value: { retcode: '0', result, event: null } });
const refused = (retcode: string): Reply<GatewayAnswer> => ({ ok: false, failure: { kind: 'refused', retcode } });

/** A gateway with so many skills, of which each has as many callers as its number says. */
function gatewayOf(skills: number): Stage['answer'] {
  return ({ name, body }) => {
    if (name === 'querySkillQueueOnAgentVDN') {
      return answered(
        Array.from({ length: skills }, (_, index) => ({ id: String(index + 1), name: `Skill ${String(index + 1)}`, mediatype: 5 })),
      );
    }
    const asked = [body?.['skills'] ?? []].flat();
    return answered(asked.map((id) => ({ deviceNo: Number(id), queueSize: id, queueTime: 7, loggedOnAgents: '3', availAgents: null })));
  };
}

function stage(answer: Stage['answer']): Stage {
  const clock = createHandClock();
  const it: Stage = {
    clock,
    sent: [],
    inView: true,
    told: 0,
    answer,
    service: createQueues({
      clock,
      random: () => 0.5,
      log: silentLog,
      interval: 8_000,
      inView: () => it.inView,
      onNotHere: () => {
        it.told += 1;
      },
      onChange: () => undefined,
    }),
  };
  const link: GatewayLink = {
    agentId: '291',
    send: async (request) => {
      it.sent.push(request);
      return it.answer(request);
    },
  };
  it.service.start(link);
  return it;
}

describe('the queues', () => {
  test('of 200 skills are asked for a hundred at a time, the skills once, every eight seconds', async () => {
    const { clock, sent, service } = stage(gatewayOf(200));
    await clock.advance(0);
    expect(sent.map(({ name }) => name)).toEqual(['querySkillQueueOnAgentVDN', 'queryAcdStat', 'queryAcdStat']);
    await clock.advance(7_999);
    expect(sent).toHaveLength(3);
    await clock.advance(8_001);
    expect(sent.map(({ name }) => name).filter((name) => name === 'querySkillQueueOnAgentVDN')).toHaveLength(1);
    expect(sent).toHaveLength(7);
    expect(sent.every(({ urgency }) => urgency === 'spare')).toBe(true);
    const shown = service.shown();
    if (shown.kind !== 'ready') throw new Error('no queues');
    expect(shown.all).toBe(200);
    expect(shown.queues).toHaveLength(50);
    expect(shown.queues[0]).toEqual({ id: 200, name: 'Skill 200', waiting: 200, longestWait: 7_000, signedIn: 3, available: null });
  });

  test('are not asked for while nobody sees them, and at once when somebody does', async () => {
    const it = stage(gatewayOf(1));
    await it.clock.advance(0);
    it.inView = false;
    it.service.look();
    await it.clock.advance(60_000);
    expect(it.sent).toHaveLength(2);
    it.inView = true;
    it.service.look();
    await it.clock.advance(0);
    expect(it.sent).toHaveLength(3);
  });

  test('are left out where the gateway refuses, which is said once', async () => {
    const it = stage(() => refused('600-005'));
    await it.clock.advance(60_000);
    it.service.look();
    await it.clock.advance(60_000);
    expect(it.sent).toHaveLength(1);
    expect(it.told).toBe(1);
    expect(it.service.shown()).toMatchObject({ kind: 'notHere', problem: { code: '600-005' } });
  });

  test('stay, with why they are old, while the gateway does not answer', async () => {
    const it = stage(gatewayOf(1));
    await it.clock.advance(0);
    const { answer } = it;
    for (const failing of [refused('000-007'), { ok: false, failure: { kind: 'timeout' } } as const]) {
      it.answer = () => failing;
      await it.clock.advance(8_000);
      expect(it.service.shown()).toMatchObject({ kind: 'ready', all: 1, problem: { code: expect.any(String) as string } });
      it.answer = answer;
      await it.clock.advance(8_000);
      expect(it.service.shown()).toMatchObject({ kind: 'ready', problem: null });
    }
    expect(it.told).toBe(0);
  });

  test('are asked for anew in the next session, and nothing of the last one is shown', async () => {
    const it = stage(() => refused('600-005'));
    await it.clock.advance(0);
    it.service.stop();
    expect(it.service.shown()).toEqual({ kind: 'off' });
    it.answer = gatewayOf(1);
    it.service.start({ agentId: '292', send: (request) => Promise.resolve(it.answer(request)) });
    await it.clock.advance(0);
    expect(it.service.shown()).toMatchObject({ kind: 'ready', all: 1 });
  });
});
