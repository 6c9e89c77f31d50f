import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startFaultProxy, startSimulator } from '../../../simulator/index.ts';
import { gatewayOrder, type GatewayOrder, type GatewayWord } from './gatewayWords.ts';
import { listenedTo } from './listened.ts';

// Started by gatewayProcess.ts: [agents] [changes a second; 0: a still centre] [further skills]. Ends when its parent does.
const [agents, changesPerSecond, furtherSkills] = z
  .tuple([z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));
const pace = changesPerSecond === 0 ? { centre: 'still' as const } : { changesPerSecond };
const simulator = await startSimulator({ agents, furtherSkills, queryLimit: 'off', timings: { ring: 300 }, ...pace });
const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port } });
const [inspector] = simulator.inspectors;
if (inspector === undefined) throw new Error('The simulator has no inspector.');
const { agentId } = inspector;
simulator.setAgent(listenedTo, { state: 'talking' });
simulator.setPhone(agentId, { kind: 'neverAnswers' });

/** Milliseconds: how long a listen may take to ring, and how often it is looked. */
const ringsWithin = 8_000;
const look = 2;

const say = (word: GatewayWord): void => {
  process.send?.(word);
};

/** The last moment at which it did not ring yet: what is counted from then on is never too little. */
async function ringBegun(): Promise<number | null> {
  const until = Date.now() + ringsWithin;
  for (let before = Date.now(); before < until;) {
    if (simulator.inspectionOf(agentId)?.step === 'ringing') return before;
    before = Date.now();
    await pause(look);
  }
  return null;
}

/** When the next listen was asked for, as soon as its request is in. */
async function listenAsked(): Promise<number | null> {
  let stop = (): void => undefined;
  const asked = new Promise<number>((resolve) => {
    stop = simulator.onRequest(({ record }) => {
      if (record.interface === 'addSupervise') resolve(Date.now());
      return Promise.resolve();
    });
  });
  try {
    return await Promise.race([asked, pause(ringsWithin, null)]);
  } finally {
    stop();
  }
}

async function carryOut(order: GatewayOrder): Promise<GatewayWord> {
  switch (order.kind) {
    case 'queue': {
      const at = Date.now();
      for (const type of order.events) simulator.pushEvent(agentId, type);
      return { kind: 'queued', at };
    }
    case 'awaitRing':
      return { kind: 'queued', at: await ringBegun() };
    case 'awaitListen':
      return { kind: 'queued', at: await listenAsked() };
    case 'hangUp':
      if (simulator.inspectionOf(agentId)?.step === 'ringing') simulator.hangUp(agentId);
      return { kind: 'done' };
    case 'disturb':
      await proxy.set(order.faults);
      return { kind: 'done' };
    case 'spoilPoll':
      simulator.nextAnswer({ interface: 'getAgentEvent' }, order.what);
      return { kind: 'done' };
    case 'renewGuid':
      simulator.rotateGuid(agentId);
      return { kind: 'done' };
    case 'behave':
      simulator.behave();
      return { kind: 'done' };
  }
}

process.on('message', (message) => {
  void carryOut(gatewayOrder.parse(message)).then(say);
});
process.once('disconnect', () => process.exit(0));
say({ kind: 'ready', port: proxy.port, inspector });
