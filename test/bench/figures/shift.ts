import type { Figure } from '../figure.ts';
import { startShiftProcess, type Look, type ShiftProcess } from '../session/shiftProcess.ts';
import { startFaultProxy, type Clock, type FaultProxy, type Simulator } from '../../../simulator/index.ts';
import { seededRandom } from '../../../simulator/random.ts';
import { startRestartable } from '../../../simulator/scenarios/index.ts';
import { fastClock } from '../fastClock.ts';

const factor = 40;
const minute = 60_000;
const most = 5;

/** Eight hours with everything that a working day does to a connection; heap at the end against the first hour's. */
export const shiftHeapGrowth: Figure = {
  name: 'shift-heap-growth',
  unit: '%',
  goal: `< ${String(most)}, signed in at the end`,
  measure: async ({ quick, say }) => {
    const hours = quick ? 1 : 8;
    say(`  ${String(hours)} hours, ${String(factor)} times faster`);
    const clock = fastClock(factor);
    const gateway = await startRestartable({ agents: 500, centre: 'living', queryLimit: 'off', clock });
    const proxy = await startFaultProxy({ to: { host: '127.0.0.1', port: gateway.simulator.port }, clock });
    const core = startShiftProcess(factor);
    const [account] = gateway.simulator.inspectors;
    if (account === undefined) throw new Error('The simulator has no inspector.');
    try {
      core.signIn({
        gatewayAddress: `127.0.0.1:${String(proxy.port)}`,
        agentId: account.agentId,
        password: account.password,
        phoneNumber: account.phone,
      });
      const day = { clock, simulator: () => gateway.simulator, proxy, core, inspector: account.agentId };
      const heaps: number[] = [];
      for (let hour = 0; hour < hours; hour += 1) {
        await oneHour(day, seededRandom(11, hour));
        const look = await settled(day);
        heaps.push(look.heapUsed);
        say(
          `  hour ${String(hour + 1)}: ${look.session}, ${String(look.why ?? look.connection)}, heap ${(look.heapUsed / 1_000_000).toFixed(1)} MB`,
        );
      }
      const end = await core.look();
      const [first = NaN] = heaps;
      const value = (100 * (end.heapUsed - first)) / first;
      const live = end.session === 'signedIn' && end.connection === 'live' && end.roster === 'ready';
      return [
        {
          at: `${String(hours)} h, ${live ? 'signed in' : 'NOT signed in'} at the end, ${String(end.sessions)} sessions`,
          value,
          met: live && value < most,
        },
      ];
    } finally {
      core.stop();
      await proxy.close();
      await gateway.close();
    }
  },
};

interface Day {
  readonly clock: Clock;
  simulator(): Simulator;
  readonly proxy: FaultProxy;
  readonly core: ShiftProcess;
  readonly inspector: string;
}

const incidents = ['nothing', 'drop', 'slow', 'sleep', 'switchOver', 'reset', 'listen', 'listen'] as const;

async function oneHour(day: Day, random: { fraction(): number }): Promise<void> {
  const until = day.clock.now() + 60 * minute;
  while (day.clock.now() < until) {
    const incident = incidents[Math.floor(random.fraction() * incidents.length)] ?? 'nothing';
    await happen(day, incident, random);
    await pause(day, 2 * minute + 3 * minute * random.fraction());
  }
}

async function happen(day: Day, incident: (typeof incidents)[number], random: { fraction(): number }): Promise<void> {
  const { proxy, core } = day;
  const aWhile = 10_000 + 70_000 * random.fraction();
  switch (incident) {
    case 'nothing':
      return;
    case 'drop':
      await proxy.set({ link: 'lost' });
      await pause(day, aWhile);
      await proxy.set({ link: 'up' });
      return;
    case 'reset':
      await proxy.set({ refuse: true, toClient: { cutAfterBytes: 0 } });
      await pause(day, aWhile / 4);
      await proxy.set({ refuse: false, toClient: { cutAfterBytes: null } });
      return;
    case 'slow':
      await proxy.set({ latencyMs: 1_500, jitterMs: 1_000 });
      await pause(day, aWhile);
      await proxy.set({ latencyMs: 0, jitterMs: 0 });
      return;
    case 'sleep':
      // Shorter than the gateway's patience: longer ones need the password (integration tests).
      await proxy.set({ link: 'lost' });
      await pause(day, 20_000);
      await proxy.set({ link: 'up' });
      core.sleep(30_000);
      return;
    case 'switchOver':
      day.simulator().nextAnswer({ interface: 'getAgentEvent', times: 5 }, { kind: 'retcode', retcode: '105-002' });
      day.simulator().nextAnswer({ interface: 'getAgentEvent', times: 2 }, { kind: 'retcode', retcode: '000-004' });
      return;
    case 'listen':
      core.listen('20001');
      await pause(day, aWhile);
      core.stopListening();
      return;
  }
}

/** The state some time after the last incident. */
async function settled(day: Day): Promise<Look> {
  let look = await day.core.look();
  for (let tries = 0; tries < 40 && look.connection !== 'live'; tries += 1) {
    await pause(day, 5_000);
    look = await day.core.look();
  }
  return look;
}

function pause({ clock }: Day, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}
