import { setTimeout as pause } from 'node:timers/promises';
import type { RingRig } from './rig.ts';

/** What goes wrong around one ring. */
export interface RingFault {
  readonly name: string;
  /** Of a hundred faulty rings, so many. */
  readonly share: number;
  /** Only the ring of a listen can be found out when its event is lost: nothing else tells of one. */
  readonly rings: 'any' | 'ofListen';
  /** Called before the ring; what it sets stays until `calm`. */
  begin(rig: RingRig, random: () => number): Promise<void>;
}

/** Makes the held poll come back, so that a new one comes in and goes wrong. */
const anyEvent = 'AgentOther_InService';

async function spoilNextPoll({ gateway }: RingRig, what: Parameters<RingRig['gateway']['order']>[0]): Promise<void> {
  await gateway.order(what);
  await gateway.queue([anyEvent]);
}

/** The faults of the bench, in hundredths of the faulty rings. */
export const ringFaults: readonly RingFault[] = [
  {
    name: 'slow and uneven line, 10 to 40 ms and up to 40 more each way',
    share: 30,
    rings: 'any',
    begin: ({ gateway }, random) => gateway.order({ kind: 'disturb', faults: { latencyMs: 10 + random() * 30, jitterMs: 40 } }),
  },
  {
    name: 'narrow line, 100 kB/s for each connection, the roster on one of them',
    share: 10,
    rings: 'any',
    begin: ({ gateway }) => gateway.order({ kind: 'disturb', faults: { bandwidthBytesPerSecond: 100_000 } }),
  },
  {
    name: 'all connections cut just before',
    share: 10,
    rings: 'any',
    begin: async ({ gateway }, random) => {
      await gateway.order({ kind: 'disturb', faults: { cutAfterBytes: 0 } });
      // The cut needs a byte to pass.
      await gateway.queue([anyEvent]);
      await pause(50);
      await gateway.order({ kind: 'disturb', faults: { cutAfterBytes: null } });
      await pause(random() * 500);
    },
  },
  {
    name: 'the poll before is answered by a web page',
    share: 10,
    rings: 'any',
    begin: (rig) => spoilNextPoll(rig, { kind: 'spoilPoll', what: { kind: 'html', status: 502 } }),
  },
  {
    name: 'the poll before is refused (000-004)',
    share: 5,
    rings: 'any',
    begin: (rig) => spoilNextPoll(rig, { kind: 'spoilPoll', what: { kind: 'retcode', retcode: '000-004' } }),
  },
  {
    name: 'the answer with the ring is held back for 200 ms',
    share: 10,
    rings: 'any',
    begin: async (rig) => {
      await spoilNextPoll(rig, { kind: 'spoilPoll', what: { kind: 'delay', ms: 200, when: 'afterHandling' } });
      await pause(100);
    },
  },
  {
    name: 'the Guid is renewed by the ring’s own answer',
    share: 10,
    rings: 'any',
    begin: ({ gateway }) => gateway.order({ kind: 'renewGuid' }),
  },
  {
    name: 'the ring’s event is lost: its answer is cut',
    share: 10,
    rings: 'ofListen',
    // The poll that is held brings AgentState_Busy, the one after it the ring.
    begin: ({ gateway }) => gateway.order({ kind: 'spoilPoll', what: { kind: 'cutAnswer' } }),
  },
  {
    name: 'the ring’s event is lost: its answer stops in the middle of the JSON',
    share: 5,
    rings: 'ofListen',
    begin: ({ gateway }) => gateway.order({ kind: 'spoilPoll', what: { kind: 'truncatedJson' } }),
  },
];

/** Draws one by its share. */
export function drawFault(random: () => number): RingFault {
  let left = random() * ringFaults.reduce((sum, { share }) => sum + share, 0);
  for (const fault of ringFaults) {
    left -= fault.share;
    if (left < 0) return fault;
  }
  throw new Error('The shares of the faults do not add up.');
}

/** Everything works again. */
export async function calm({ gateway }: RingRig): Promise<void> {
  await gateway.order({ kind: 'behave' });
  await gateway.order({
    kind: 'disturb',
    faults: { latencyMs: 0, jitterMs: 0, bandwidthBytesPerSecond: null, cutAfterBytes: null },
  });
}
