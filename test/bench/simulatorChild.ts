import { startSimulator } from '../../simulator/index.ts';

// Started by simulatorProcess.ts: [agents] [inspectors] [changes a second; 0: its own]. Ends when its parent does.
const [agents, count, changesPerSecond = 0] = process.argv.slice(2).map(Number);
const inspectors = Array.from({ length: count ?? 1 }, (_, index) => {
  const agentId = String(1_001 + index);
  return { agentId, password: `Inspect-${agentId}`, phone: `4${agentId}` };
});
const pace = changesPerSecond === 0 ? {} : { changesPerSecond };
const simulator = await startSimulator({ agents: agents ?? 200, inspectors, queryLimit: 'off', ...pace });

process.on('message', () => {
  global.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const changes = simulator.stateChanges;
  process.send?.({ kind: 'usage', cpuMs: (user + system) / 1_000, at: performance.now(), rss, heapUsed, changes });
});
process.once('disconnect', () => void simulator.close().then(() => process.exit(0)));
process.send?.({ kind: 'ready', port: simulator.port, inspectors });
