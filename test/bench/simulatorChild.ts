import { startSimulator } from '../../simulator/index.ts';

// Started by simulatorProcess.ts: [agents] [inspectors]. Ends when its parent does.
const [agents, count] = process.argv.slice(2).map(Number);
const inspectors = Array.from({ length: count ?? 1 }, (_, index) => {
  const agentId = String(1_001 + index);
  return { agentId, password: `Inspect-${agentId}`, phone: `4${agentId}` };
});
const simulator = await startSimulator({ agents: agents ?? 200, inspectors, queryLimit: 'off' });

process.on('message', () => {
  global.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ kind: 'usage', cpuMs: (user + system) / 1_000, at: performance.now(), rss, heapUsed });
});
process.once('disconnect', () => void simulator.close().then(() => process.exit(0)));
process.send?.({ kind: 'ready', port: simulator.port, inspectors });
