import { describe, expect, test } from 'vitest';
import type { Attention } from './attention.ts';
import type { GatewayLink, GatewayRequest } from '../gateway/link.ts';
import { createDetailFetcher, type FetchedDetails } from './detailFetcher.ts';
import type { Failure } from '../gateway/failure.ts';
import { rowOf } from '../../test/support/agentFacts.ts';
import { createHandClock } from '../../test/support/handClock.ts';
import { silentLog } from '../../test/support/silentLog.ts';

type Answer = { readonly result: unknown } | { readonly failure: Failure };

/** A detail fetcher before a gateway that answers as told; ten agents, found idle. */
function stage(answer: (request: GatewayRequest) => Answer | 'never') {
  const clock = createHandClock();
  const requests: GatewayRequest[] = [];
  const learnt: FetchedDetails[] = [];
  const rows = new Map(Array.from({ length: 10 }, (_, index) => [String(101 + index), rowOf(String(101 + index), { sinceIs: 'atLeast' })]));
  let attention: Attention | null = { selected: null, inView: [...rows.keys()], favourites: [] };
  const link: GatewayLink = {
    agentId: '291',
    send: (request) => {
      requests.push(request);
      const given = answer(request);
      if (given === 'never') {
        return new Promise((resolve) => {
          request.signal?.addEventListener('abort', () => {
            resolve({ ok: false, failure: { kind: 'aborted' } });
          });
        });
      }
      return Promise.resolve(
        'failure' in given
          ? { ok: false, failure: given.failure }
          : { ok: true, value: { retcode: '0', result: given.result, event: undefined } },
      );
    },
  };
  const fetcher = createDetailFetcher({
    clock,
    log: silentLog,
    attention: () => attention,
    rows: () => rows,
    onDetails: (answers) => learnt.push(...answers),
    onRefused: () => undefined,
  });
  return {
    clock,
    requests,
    learnt,
    fetcher,
    link,
    lookAt: (next: Attention | null) => {
      attention = next;
      fetcher.update();
    },
  };
}

const several = (request: GatewayRequest): boolean => request.name === 'queryAgentInfoNoSkills';
const tooOften: Failure = { kind: 'refused', retcode: '000-007' };

describe('asking for details in the background', () => {
  test('after "too often" it waits, and longer each time, and then goes on', async () => {
    const { clock, requests, fetcher, link } = stage(() => ({ failure: tooOften }));
    fetcher.start(link);
    await clock.advance(0);
    const first = requests.length;
    expect(first).toBeLessThanOrEqual(2);
    await clock.advance(3_000);
    expect(requests).toHaveLength(first);
    await clock.advance(57_000);
    expect(requests.length).toBeGreaterThan(first);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  test('nothing more is asked while nobody looks, and what waited is given up', async () => {
    const { clock, requests, fetcher, link, lookAt } = stage(() => 'never');
    fetcher.start(link);
    await clock.advance(0);
    const before = requests.length;
    expect(before).toBeGreaterThan(0);
    lookAt(null);
    await clock.advance(100);
    expect(requests.every(({ signal }) => signal?.aborted === true)).toBe(true);
    expect(requests).toHaveLength(before);
    lookAt({ selected: '101', inView: [], favourites: [] });
    await clock.advance(0);
    expect(requests.length).toBeGreaterThan(before);
  });

  test('a query of several that is not offered is not asked again in this session', async () => {
    const { clock, requests, fetcher, link } = stage((request) =>
      several(request)
        ? { failure: { kind: 'refused', retcode: '000-002' } }
        : { result: { workno: request.path.split('/').at(-1), status: 4 } },
    );
    fetcher.start(link);
    await clock.advance(1_000);
    expect(requests.filter(several)).toHaveLength(1);
    expect(requests.filter((request) => !several(request)).length).toBeGreaterThanOrEqual(9);
  });

  test('an answer about somebody else is no answer', async () => {
    const { clock, learnt, fetcher, link, lookAt } = stage(() => ({ result: { workno: '109', status: 4, currentstatetime: 7 } }));
    lookAt({ selected: '101', inView: [], favourites: [] });
    fetcher.start(link);
    await clock.advance(0);
    expect(learnt).toEqual([]);
    expect(fetcher.asked('101')).toBe('refused');
  });

  test('an answer after the session is over goes nowhere', async () => {
    const { clock, learnt, fetcher, link } = stage(() => ({ result: { workno: '101', status: 4, currentstatetime: 7 } }));
    fetcher.start(link);
    fetcher.stop();
    await clock.advance(0);
    expect(learnt).toEqual([]);
    expect(fetcher.asked('101')).toBe('waiting');
  });
});
