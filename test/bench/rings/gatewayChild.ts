import { z } from 'zod';
import { startFaultProxy, startSimulator } from '../../../simulator/index.ts';
import { gatewayOrder, type GatewayWord } from './gatewayWords.ts';

// Started by gatewayProcess.ts: [agents] [changes a second; 0: a still centre]. Ends when its parent does.
const [agents, changesPerSecond] = z.tuple([z.coerce.number(), z.coerce.number()]).parse(process.argv.slice(2));
const pace = changesPerSecond === 0 ? { centre: 'still' as const } : { changesPerSecond };
const simulator = await startSimulator({ agents, queryLimit: 'off', ...pace });
const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: simulator.port } });
const [inspector] = simulator.inspectors;
if (inspector === undefined) throw new Error('The simulator has no inspector.');

const say = (word: GatewayWord): void => {
  process.send?.(word);
};
process.on('message', (message) => {
  const order = gatewayOrder.parse(message);
  switch (order.kind) {
    case 'queue': {
      const at = Date.now();
      for (const type of order.events) simulator.pushEvent(inspector.agentId, type);
      say({ kind: 'queued', at });
      return;
    }
    case 'disturb':
      void proxy.set(order.faults).then(() => say({ kind: 'disturbed' }));
  }
});
process.once('disconnect', () => process.exit(0));
say({ kind: 'ready', port: proxy.port, inspector });
