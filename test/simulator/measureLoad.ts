/**
 * What the simulator costs: a centre of many agents in a process of its own, inspectors who poll for events and fetch
 * the roster every three seconds. Prints the share of one core the simulator used. Not a test; run it by hand:
 *
 *     node test/simulator/measureLoad.ts [agents] [inspectors] [seconds]
 */
import { fork } from 'node:child_process';
import { request, Agent } from 'node:https';
import { argv, cpuUsage, exit, memoryUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { startSimulator } from '../../simulator/index.ts';

const rosterEvery = 3_000;
const [agents = 10_000, inspectors = 50, seconds = 20] = argv.slice(2).map(Number);
const accounts = Array.from({ length: inspectors }, (_, index) => ({
  agentId: String(300 + index),
  password: 'p',
  phone: String(40_300 + index),
}));

if (process.send === undefined) await drive();
else await serve();

async function serve(): Promise<void> {
  const simulator = await startSimulator({ agents, inspectors: accounts });
  process.send?.(simulator.port);
  process.on('message', () => {
    const { user, system } = cpuUsage();
    process.send?.({ cpu: (user + system) / 1_000_000, heap: memoryUsage().rss / 1_048_576, states: simulator.requests.length });
  });
}

interface Usage {
  readonly cpu: number;
  readonly heap: number;
}

async function drive(): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), argv.slice(2));
  const next = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
  const port = await next<number>();
  const usage = (): Promise<Usage> => {
    const answer = next<Usage>();
    child.send('usage');
    return answer;
  };
  let rosters = 0;
  let bytes = 0;
  const connections = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const call = (method: string, path: string, guid: string, body = ''): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json; charset=UTF-8', Guid: guid, 'Content-Length': Buffer.byteLength(body) };
      const outgoing = request(
        { host: '127.0.0.1', port, method, path: `/agentgateway/resource/${path}`, headers, agent: connections },
        (incoming) => {
          const announced = incoming.headers['set-guid'];
          incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
          incoming.on('error', reject);
          incoming.on('end', () => resolve(typeof announced === 'string' ? announced.replace('JSESSIONID=', '') : guid));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  const inspect = async ({ agentId, password, phone }: (typeof accounts)[number]): Promise<void> => {
    let guid = await call('PUT', `onlineagent/${agentId}`, '', JSON.stringify({ password, phonenum: phone, listenStatus: true }));
    setInterval(() => {
      void call('GET', `agentgroup/${agentId}/onlineagentonvdn`, guid).then(() => (rosters += 1));
    }, rosterEvery);
    for (;;) {
      guid = await call('GET', `agentevent/${agentId}`, guid);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  for (const [index, account] of accounts.entries()) setTimeout(() => void inspect(account), (index * rosterEvery) / inspectors);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  const [before, rostersBefore, bytesBefore] = [await usage(), rosters, bytes];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const after = await usage();
  const share = ((after.cpu - before.cpu) / seconds) * 100;
  console.log(
    `${agents} agents, ${inspectors} inspectors: ${share.toFixed(1)} % of one core, ${after.heap.toFixed(0)} MB, ` +
      `${((rosters - rostersBefore) / seconds).toFixed(1)} rosters/s, ${((bytes - bytesBefore) / seconds / 1_048_576).toFixed(1)} MB/s`,
  );
  child.kill();
  exit();
}
