import { createServer, connect } from 'node:net';
import { once } from 'node:events';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { people } from '../../test/renderer/faces/people.ts';
import { rowsAPart, type RosterTransport } from '../../contract/packedRows.ts';
import { createRosterJoiner } from '../../contract/rosterParts.ts';
import { rosterMessageSchema, type RosterMessage } from '../../contract/roster.ts';
import { createRosterSender } from './rosterSender.ts';

const many: RosterMessage = { kind: 'snapshot', revision: 1, rows: people(5_000, 1_000) };
const change: RosterMessage = { kind: 'patch', revision: 2, changed: people(3, 2_000), removed: [] };

function stage() {
  const sent: RosterTransport[] = [];
  const sender = createRosterSender((part) => sent.push(part));
  const join = createRosterJoiner((message) => rosterMessageSchema.safeParse(message).data ?? null);
  return { sent, sender, whole: () => sent.map(join).filter((message) => message !== 'partly') };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await othersTurn();
}

describe('a roster on its way to the page', () => {
  test('goes at once where it is small', () => {
    const { sent, sender } = stage();
    sender.send(change);
    expect(sent).toEqual([change]);
  });

  test('goes a part a turn, and what came meanwhile after it', async () => {
    const { sent, sender, whole } = stage();
    sender.send(many);
    expect(sent).toHaveLength(1);
    sender.send(change);
    await turns(1);
    expect(sent.length).toBeLessThan(4);
    await turns(20);
    expect(sent).toHaveLength(5_000 / rowsAPart + 1);
    expect(whole()).toEqual([many, change]);
  });

  test('lets an answer of the gateway through before it is over', async () => {
    const gateway = createServer((socket) => socket.end('a ring'));
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const address = gateway.address();
    const poll = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
    await once(poll, 'connect');
    const { sent, sender } = stage();
    let heardAfter = Infinity;
    poll.once('data', () => (heardAfter = sent.length));
    // However many parts it takes for the ring to arrive, there is one more.
    for (let revision = 1; heardAfter === Infinity; revision += 1) {
      sender.send({ ...many, revision });
      await turns(3);
    }
    await turns(5);
    expect(sent.length).toBeGreaterThan(heardAfter);
    gateway.close();
  });

  test('is not sent to its end when the page begins anew', async () => {
    const { sender, whole } = stage();
    sender.send(many);
    await turns(1);
    sender.drop();
    sender.send({ ...many, revision: 7 });
    await turns(20);
    expect(whole()).toEqual([{ ...many, revision: 7 }]);
  });
});
