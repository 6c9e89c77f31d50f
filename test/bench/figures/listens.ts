import type { BenchOptions, Figure } from '../figure.ts';
import { drawPlan, type ListenPlan } from '../session/listenFaults.ts';
import { difference, watchTruth, type ListenTruth } from '../session/listenTruth.ts';
import { startRig, type Rig } from '../session/rig.ts';
import { seededRandom } from '../../../simulator/random.ts';

const factor = 10;
/** Beside each other, each a core of its own. */
const desks = 4;
/** Longer than any deadline and query of the core: what is shown then is what it believes. */
const settled = 75_000;

interface Tally {
  listens: number;
  duplicates: number;
  sessionsLost: number;
  readonly wrong: string[];
}

async function runListens({ quick, say }: BenchOptions): Promise<Tally> {
  const wanted = quick ? 100 : 1_000;
  say(`  ${String(wanted)} listens under faults`);
  const tally: Tally = { listens: 0, duplicates: 0, sessionsLost: 0, wrong: [] };
  await Promise.all(Array.from({ length: desks }, (_, desk) => atOneDesk(desk, Math.ceil(wanted / desks), tally, say)));
  return tally;
}

async function atOneDesk(desk: number, count: number, tally: Tally, say: (line: string) => void): Promise<void> {
  const random = seededRandom(7, desk);
  let rig = await startRig(factor);
  try {
    for (let nth = 0; nth < count; nth += 1) {
      const plan = drawPlan(() => random.fraction());
      const { wrong, duplicates } = await oneListen(rig, plan);
      tally.listens += 1;
      tally.duplicates += duplicates;
      if (wrong !== null) {
        tally.wrong.push(wrong);
        say(`  desk ${String(desk)}, listen ${String(nth)}: ${wrong}; ${JSON.stringify(plan)}`);
      }
      if (!isSignedIn(rig)) {
        tally.sessionsLost += 1;
        await rig.close();
        rig = await startRig(factor);
      }
    }
  } finally {
    await rig.close();
  }
}

async function oneListen(rig: Rig, plan: ListenPlan): Promise<{ wrong: string | null; duplicates: number }> {
  const { bench, simulator, proxy, inspector } = rig;
  simulator.setAgent('20001', { state: 'talking' });
  const atRest = ['idle', 'ended'];
  await bench.until('ready, or signed out', ({ session, listen }) => {
    if (session.kind !== 'signedIn') return session.kind === 'signedOut';
    return session.connection.kind === 'live' && session.ownState === 'idle' && atRest.includes(listen.kind);
  });
  if (!isSignedIn(rig)) return { wrong: null, duplicates: 0 };
  const before = puts(rig);
  const truth = watchTruth(simulator, inspector);
  simulator.setPhone(inspector, plan.phone);
  for (const { match, what } of plan.answers) simulator.nextAnswer(match, what);
  const answers = Array.from({ length: plan.clicks }, () => bench.inspector.command('listen', { workNo: '20001' }));
  const accepted = (await Promise.all(answers)).filter(({ ok }) => ok).length;
  if (accepted === 0) {
    // The own state has just changed; there is no listen to look at.
    truth.stop();
    simulator.behave();
    return { wrong: null, duplicates: puts(rig) - before };
  }
  const network = plan.network;
  await Promise.all([network === null ? null : disturb(rig, network), plan.act === null ? null : act(rig, plan.act)]);
  await proxy.set({ link: 'up', refuse: false, halfOpen: 'off', latencyMs: 0, jitterMs: 0, slowDrip: null, cutAfterBytes: null });
  simulator.behave();
  let wrong = await agreement(rig, truth);
  if (wrong === null && simulator.inspectionOf(inspector) !== null) {
    await bench.inspector.command('stopListening', {});
    wrong = await agreement(rig, truth, 'over');
  }
  truth.stop();
  if (wrong !== null) await cleanUp(rig);
  return { wrong, duplicates: Math.max(0, puts(rig) - before - accepted) };
}

const isSignedIn = ({ bench }: Rig): boolean => bench.inspector.state().session.kind === 'signedIn';

const puts = ({ simulator }: Rig): number => simulator.requests.filter((request) => request.interface === 'addSupervise').length;

async function disturb(rig: Rig, { after, lasts, set }: NonNullable<ListenPlan['network']>): Promise<void> {
  await rig.pause(after);
  await rig.proxy.set(set);
  await rig.pause(lasts);
  await rig.proxy.set({ link: 'up', refuse: false });
}

async function act(rig: Rig, { after, what }: NonNullable<ListenPlan['act']>): Promise<void> {
  const { bench, simulator, inspector } = rig;
  await rig.pause(after);
  const step = simulator.inspectionOf(inspector)?.step;
  switch (what) {
    case 'stop':
      await bench.inspector.command('stopListening', {});
      return;
    case 'hangUp':
      if (step === 'ringing' || step === 'listening') simulator.hangUp(inspector);
      return;
    case 'callEnds':
      if (simulator.agent('20001').state === 'talking') simulator.setAgent('20001', { state: 'wrapUp' });
      return;
  }
}

/** Waits until shown and truth agree and stay so for a while; else the last difference. */
async function agreement({ bench, simulator, inspector, pause }: Rig, truth: ListenTruth, wanted?: 'over'): Promise<string | null> {
  let agreed = 0;
  let last: string | null = 'never looked';
  for (let waited = 0; waited < settled; waited += 500) {
    const { listen } = bench.inspector.state();
    last = difference(listen, simulator, inspector, truth.steps);
    if (last === null && wanted === 'over' && simulator.inspectionOf(inspector) !== null) last = 'a stop was asked and the listen goes on';
    // A ring ends by itself or is picked up: what counts is how it ends.
    const moving = listen.kind === 'ringing' || listen.kind === 'calling';
    agreed = last === null && !moving ? agreed + 1 : 0;
    if (agreed >= 6) return null;
    await pause(500);
  }
  return last ?? 'never settled';
}

async function cleanUp({ bench, simulator, inspector, pause }: Rig): Promise<void> {
  await bench.inspector.command('stopListening', {});
  if (simulator.inspectionOf(inspector)?.step === 'listening') simulator.hangUp(inspector);
  await pause(5_000);
}

/** Two figures of the same thousand listens, which are run once for both. */
export function listenFigures(): readonly [duplicates: Figure, wrongOutcomes: Figure] {
  let ran: Promise<Tally> | null = null;
  const run = (options: BenchOptions): Promise<Tally> => (ran ??= runListens(options));
  return [
    {
      // Listen requests that reached the gateway beyond one for each click that Earshot accepted.
      name: 'listen-duplicates',
      unit: 'requests',
      goal: '0',
      measure: async (options) => {
        const { listens, duplicates } = await run(options);
        return [{ at: `${listens.toLocaleString('en')} listens`, value: duplicates, met: duplicates === 0 }];
      },
    },
    {
      // Listens of which Earshot, once all had settled, showed something else than the gateway knew.
      name: 'listen-wrong-outcomes',
      unit: 'listens',
      goal: '0',
      measure: async (options) => {
        const { listens, wrong, sessionsLost } = await run(options);
        return [
          { at: `${listens.toLocaleString('en')} listens`, value: wrong.length, met: wrong.length === 0 },
          { at: 'sessions lost meanwhile', value: sessionsLost },
        ];
      },
    },
  ];
}
