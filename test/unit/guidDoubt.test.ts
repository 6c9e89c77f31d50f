import { describe, expect, test } from 'vitest';
import type { Failure } from '../../main/gateway/failure.ts';
import type { GatewayAnswer } from '../../main/gateway/answer.ts';
import type { GatewayLink, GatewayRequest, GuidKeeper, Reply } from '../../main/gateway/link.ts';
import { createGuidDoubt } from '../../main/session/guidDoubt.ts';

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
  const guid: GuidKeeper = { current: () => 'old', renew: (renewed) => guids.push(renewed), refused: () => undefined };
  const doubt = createGuidDoubt({ link, deadline: 4_000, guid });
  return { doubt, sent, answers, guids };
}

const renewed: Reply<GatewayAnswer> = {
  ok: true,
  value: { retcode: '0', result: { guid: 'JSESSIONID=new.AgentGateway0' }, event: undefined },
};
const failed = (failure: Failure): Reply<GatewayAnswer> => ({ ok: false, failure });

describe('a Guid in doubt', () => {
  test('is not asked for where there is no doubt', async () => {
    const { doubt, sent } = scripted();
    await doubt.settle();
    expect(sent).toHaveLength(0);
  });

  test('is asked for once, however often the gateway answers meanwhile, and behind those who are in a hurry', async () => {
    const { doubt, sent, answers, guids } = scripted();
    doubt.raise();
    const settling = doubt.settle();
    await doubt.settle();
    expect(sent).toMatchObject([{ name: 'updateGuid', urgency: 'soon' }]);
    answers[0]?.(renewed);
    await settling;
    expect(guids).toEqual(['new.AgentGateway0']);
    await doubt.settle();
    expect(sent).toHaveLength(1);
  });

  test.each<readonly [string, Failure, number]>([
    ['is asked for again when the answer to that is lost, too', { kind: 'connectionLost' }, 2],
    ['is let be when the gateway has no such thing', { kind: 'refused', retcode: '000-002' }, 1],
  ])('%s', async (_what, failure, asked) => {
    const { doubt, sent, answers } = scripted();
    doubt.raise();
    const settling = doubt.settle();
    answers[0]?.(failed(failure));
    await settling;
    void doubt.settle();
    expect(sent).toHaveLength(asked);
  });

  test('is asked for again when another answer is lost while it is asked for', async () => {
    const { doubt, sent, answers } = scripted();
    doubt.raise();
    const settling = doubt.settle();
    doubt.raise();
    answers[0]?.(renewed);
    await settling;
    void doubt.settle();
    expect(sent).toHaveLength(2);
  });

  test('is given up with the session', () => {
    const { doubt, sent } = scripted();
    doubt.raise();
    void doubt.settle();
    doubt.stop();
    expect(sent[0]?.signal?.aborted).toBe(true);
  });
});
