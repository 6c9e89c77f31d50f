import { seededRandom } from '../../../simulator/random.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { badNetwork, wrongAnswer } from '../session/listenFaults.ts';
import { watchModes } from '../session/modeTruth.ts';
import { startRig, type Rig } from '../session/rig.ts';

const factor = 10;
const desks = 4;
const changesEach = 5;
const inspections = 1_000;
const switches = 'requestSwitchInsertWhisperAgent';

interface Tally {
  inspections: number;
  changes: number;
  duplicates: number;
  readonly wrong: string[];
}

/** Inspections in which a mode was claimed that the gateway did not have, and changes that were sent more than once. */
export const modeWrong: Figure = {
  name: 'mode-wrong',
  unit: 'inspections',
  goal: '0 wrong claims, 0 duplicate requests',
  measure: async (options) => {
    const tally = await runInspections(options);
    return [
      { at: `${tally.inspections.toLocaleString('en')} inspections`, value: tally.wrong.length, met: tally.wrong.length === 0 },
      { at: `duplicates of ${tally.changes.toLocaleString('en')} changes`, value: tally.duplicates, met: tally.duplicates === 0 },
    ];
  },
};

async function runInspections({ quick, say }: BenchOptions): Promise<Tally> {
  const wanted = quick ? 40 : inspections;
  say(`  ${String(wanted)} inspections with ${String(changesEach)} changes of mode each`);
  const tally: Tally = { inspections: 0, changes: 0, duplicates: 0, wrong: [] };
  await Promise.all(Array.from({ length: desks }, (_, desk) => atOneDesk(desk, Math.ceil(wanted / desks), tally, say)));
  return tally;
}

async function atOneDesk(desk: number, count: number, tally: Tally, say: (line: string) => void): Promise<void> {
  const random = seededRandom(11, desk);
  const draw = (): number => random.fraction();
  let rig = await startRig(factor, { phone: { kind: 'picksUp', afterMs: 300 } });
  try {
    for (let nth = 0; nth < count; nth += 1) {
      const wrong = await oneInspection(rig, draw, tally);
      tally.inspections += 1;
      if (wrong.length > 0) {
        tally.wrong.push(...wrong.slice(0, 1));
        say(`  desk ${String(desk)}, inspection ${String(nth)}: ${wrong.join('; ')}`);
      }
      if (rig.bench.inspector.state().session.kind !== 'signedIn') {
        await rig.close();
        rig = await startRig(factor, { phone: { kind: 'picksUp', afterMs: 300 } });
      }
    }
  } finally {
    await rig.close();
  }
}

async function oneInspection(rig: Rig, draw: () => number, tally: Tally): Promise<readonly string[]> {
  const { bench, simulator, proxy, inspector, pause } = rig;
  simulator.setAgent('20001', { state: 'talking' });
  await bench.until('ready', ({ session, listen }) => {
    if (session.kind !== 'signedIn') return session.kind === 'signedOut';
    return session.connection.kind === 'live' && session.ownState === 'idle' && (listen.kind === 'idle' || listen.kind === 'ended');
  });
  if (bench.inspector.state().session.kind !== 'signedIn') return [];
  const sent = (): number => simulator.requests.filter((request) => request.interface === switches).length;
  const before = sent();
  const mode = (['listen', 'whisper', 'insert'] as const)[Math.floor(draw() * 3)] ?? 'listen';
  await bench.inspector.command('inspect', { workNo: '20001', mode, withoutCall: true });
  await bench.until('up, or over', ({ listen }) => listen.kind === 'listening' || listen.kind === 'ended');
  const watch = watchModes(rig);
  let clicks = 0;
  for (let nth = 0; nth < changesEach; nth += 1) {
    if (draw() < 0.5) {
      const { match, what } = wrongAnswer(draw, switches);
      simulator.nextAnswer(match, what);
    }
    const network = draw() < 0.2 ? badNetwork(draw) : null;
    if (network !== null) await proxy.set(network.set);
    const to = (['listen', 'whisper', 'insert'] as const)[Math.floor(draw() * 3)] ?? 'listen';
    const answers = await Promise.all(
      Array.from({ length: draw() < 0.2 ? 2 : 1 }, () => bench.inspector.command('changeMode', { mode: to, withoutCall: true })),
    );
    clicks += answers.filter(({ ok }) => ok).length;
    await pause(network?.lasts ?? draw() * 4_000);
    await proxy.set({ link: 'up', refuse: false, halfOpen: 'off', latencyMs: 0, jitterMs: 0, slowDrip: null, cutAfterBytes: null });
    await bench.until('answered', ({ inspection }) => inspection === null || inspection.asking === null);
    // What is clicked after a lost answer is what could be claimed too early.
    await pause(draw() * 1_000);
  }
  // As long as a request may be held up.
  await pause(15_000);
  tally.changes += clicks;
  tally.duplicates += Math.max(0, sent() - before - clicks);
  watch.stop();
  simulator.behave();
  await bench.inspector.command('stopListening', {});
  if (simulator.inspectionOf(inspector)?.step === 'listening') simulator.hangUp(inspector);
  return watch.wrong;
}
