import { describe, expect, test } from 'vitest';
import type { Failure } from '../../gateway/failure.ts';
import type { GatewayAnswer } from '../../gateway/answer.ts';
import type { GatewayLink, GatewayRequest, GuidKeeper, Reply } from '../../gateway/link.ts';
import { createUncertainGuid } from './uncertainGuid.ts';
import { createHandClock } from '../../../test/support/handClock.ts';

/** A link whose answers the test gives, in order. */
function scripted() {
  const sent: GatewayRequest[] = [];
  const answers: ((reply: Reply<GatewayAnswer>) => void)[] = [];
  const link: GatewayLink = {
    agentId: '291',
    send: (request) => {
      sent.push(request);
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    },
  };
  const guids: string[] = [];
  let current = 'old';
  const guid: GuidKeeper = {
    current: () => current,
    renew: (renewed) => {
      guids.push(renewed);
      current = renewed;
    },
    refused: () => undefined,
  };
  const clock = createHandClock();
  const uncertain = createUncertainGuid({ link, clock, deadline: 4_000, guid });
  return { uncertain, sent, answers, guids, guid, clock };
}

const renewed: Reply<GatewayAnswer> = {
  ok: true,
  value: { retcode: '0', result: { guid: 'JSESSIONID=new.AgentGateway0' }, event: undefined },
};
const failed = (failure: Failure): Reply<GatewayAnswer> => ({ ok: false, failure });

describe('an uncertain Guid', () => {
  test('is not asked for while it is certain', async () => {
    const { uncertain, sent } = scripted();
    await uncertain.settle();
    expect(sent).toHaveLength(0);
  });

  test('is asked for once, however often the gateway answers meanwhile, and behind those who are in a hurry', async () => {
    const { uncertain, sent, answers, guids } = scripted();
    uncertain.raise();
    const settling = uncertain.settle();
    await uncertain.settle();
    expect(sent).toMatchObject([{ name: 'updateGuid', urgency: 'soon' }]);
    answers[0]?.(renewed);
    await settling;
    expect(guids).toEqual(['new.AgentGateway0']);
    await uncertain.settle();
    expect(sent).toHaveLength(1);
  });

  test.each<readonly [string, Failure, number]>([
    ['is asked for again when the answer to that is lost, too', { kind: 'connectionLost' }, 2],
    ['is let be when the gateway has no such thing', { kind: 'refused', retcode: '000-002' }, 1],
  ])('%s', async (_what, failure, asked) => {
    const { uncertain, sent, answers } = scripted();
    uncertain.raise();
    const settling = uncertain.settle();
    answers[0]?.(failed(failure));
    await settling;
    void uncertain.settle();
    expect(sent).toHaveLength(asked);
  });

  test('is asked for again when another answer is lost while it is asked for', async () => {
    const { uncertain, sent, answers } = scripted();
    uncertain.raise();
    const settling = uncertain.settle();
    uncertain.raise();
    answers[0]?.(renewed);
    await settling;
    void uncertain.settle();
    expect(sent).toHaveLength(2);
  });

  test('is asked for a moment after Earshot ended a poll: until then the gateway may still answer that, with a Guid that nobody hears', async () => {
    const { uncertain, sent, clock } = scripted();
    uncertain.pollEnded();
    await clock.advance(1_000);
    expect(sent).toHaveLength(0);
    await clock.advance(1_000);
    expect(sent).toMatchObject([{ name: 'updateGuid' }]);
  });

  test('is not asked for after each poll that Earshot ends, but where the gateway renewed the Guid since', async () => {
    const { uncertain, sent, answers, guid, clock } = scripted();
    uncertain.pollEnded();
    await clock.advance(2_000);
    answers[0]?.(renewed);
    await clock.advance(5_000);
    uncertain.pollEnded();
    await clock.advance(2_000);
    expect(sent).toHaveLength(1);
    guid.renew('newer', guid.current());
    uncertain.pollEnded();
    await clock.advance(2_000);
    expect(sent).toHaveLength(2);
  });

  test('is asked for, again and again, while an answer is not heard of a gateway that renews of its own accord', async () => {
    const { uncertain, sent, guid, clock } = scripted();
    uncertain.unheard();
    expect(sent).toHaveLength(0);
    guid.renew('newer', guid.current());
    uncertain.unheard();
    uncertain.unheard();
    expect(sent).toHaveLength(1);
    await clock.advance(3_000);
    uncertain.unheard();
    expect(sent).toHaveLength(2);
    await clock.advance(60_000);
    uncertain.unheard();
    expect(sent).toHaveLength(2);
  });

  test('is asked for before the list of agents where the gateway renews of its own accord: its old Guids die soon', () => {
    const { uncertain, sent, guid } = scripted();
    guid.renew('of its own accord', null);
    uncertain.unheard();
    expect(sent).toMatchObject([{ name: 'updateGuid', urgency: 'now' }]);
  });

  test('is not raised by the renewal that was asked for', async () => {
    const { uncertain, sent, answers, clock } = scripted();
    uncertain.raise();
    const settling = uncertain.settle();
    answers[0]?.(renewed);
    await settling;
    await clock.advance(3_000);
    uncertain.unheard();
    expect(sent).toHaveLength(1);
  });

  test('is given up with the session', () => {
    const { uncertain, sent } = scripted();
    uncertain.raise();
    void uncertain.settle();
    uncertain.stop();
    expect(sent[0]?.signal?.aborted).toBe(true);
  });
});
