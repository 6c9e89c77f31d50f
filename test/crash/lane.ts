import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock, type Simulator } from '../../simulator/index.ts';
import { seededRandom, type Random } from '../../simulator/random.ts';
import { quickSimulator } from '../support/inspectorOnSimulator.ts';
import { choicesIn, createBooks, expectKnown } from './books.ts';
import { expectWhole, logEnd, unreadableLogLines } from './disk.ts';
import { startEarshot, type EarshotProcess } from './earshotProcess.ts';
import { expectAgreement, expectSameSession, takenRequests } from './gateway.ts';
import { expectNotes, signIn, work, type ShiftOptions } from './shift.ts';
import { entriesOf, expectGrown, readTrail, tornEnd } from './trail.ts';
import type { DiskDeath } from './words.ts';

/**
 * How an Earshot dies: by the clock, `after` so many milliseconds since it was started; when it has said so many `words` since it was
 * settled, and `then` milliseconds, so that a busy machine's has worked as well; or at the disk.
 */
type Death =
  | { readonly kind: 'starting'; readonly after: number }
  | { readonly kind: 'working'; readonly words: number; readonly then: number }
  | { readonly kind: 'disk'; readonly at: DiskDeath };

/** What there was of it, so that a test can tell that it tested something. */
export interface LaneReport {
  deaths: number;
  atDisk: number;
  /** Sessions that the next run took up. */
  takenUp: number;
  listens: number;
  tornLines: number;
  /** Listens that are not in the audit trail. */
  notRecorded: number;
}

export interface LaneOptions {
  readonly seed: number;
  readonly lane: number;
  readonly deaths: number;
  /** Whether the computer can encrypt. */
  readonly box: boolean;
}

/** A death at the disk that has not come by then comes when so many words were said. */
const diskDeathWithin = 250;

/** One computer and its gateway: Earshot is killed again and again, and looked at each time that it is started again. */
export async function liveAndDie(options: LaneOptions): Promise<LaneReport> {
  const { seed, lane, deaths, box } = options;
  const random = seededRandom(seed, lane);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'earshot-crash-'));
  const simulator = await quickSimulator({
    // That of the processes beside it.
    clock: systemClock,
    timings: { guidInterval: 400, guidTimeout: 60_000, busy: 50, ring: 100 },
  });
  for (let workNo = 20_001; workNo <= 20_020; workNo += 1) simulator.setAgent(String(workNo), { state: 'talking' });
  const books = createBooks();
  const report: LaneReport = { deaths: 0, atDisk: 0, takenUp: 0, listens: 0, tornLines: 0, notRecorded: 0 };
  let number = 0;
  const next = (): number => (number += 1);
  let isFirst = true;

  async function liveOnce(death: Death | null): Promise<void> {
    const before = readTrail(dataFolder);
    const requests = simulator.requests.length;
    const earshot = startEarshot({ dataFolder, box, death: death?.kind === 'disk' ? death.at : null });
    const shift: ShiftOptions = { earshot, simulator, books, random, box, next };
    const cancel = killEarly(earshot, death);
    try {
      await live(shift, requests, death);
    } finally {
      cancel();
      earshot.kill();
    }
    await earshot.dead;
    const known = expectWhole(dataFolder, box);
    const after = readTrail(dataFolder);
    expectGrown(before, after, known);
    if (tornEnd(after) !== '') report.tornLines += 1;
  }

  async function live(shift: ShiftOptions, requests: number, death: Death | null): Promise<void> {
    const { earshot } = shift;
    const started = await earshot.started();
    if (started === null) return;
    if (isFirst) books.settings.ask(choicesIn(started.state));
    isFirst = false;
    expectKnown(books, started);
    if (death?.kind !== 'disk' && death?.kind !== 'starting') await expectNotes(earshot, books);
    if (books.session === 'mustBe' && (await expectSameSession(earshot, simulator, requests))) report.takenUp += 1;
    if (death?.kind !== 'disk' && death?.kind !== 'starting') await expectAgreement(earshot, simulator);
    if (death === null) return leave(shift);
    if (death.kind === 'working') earshot.killAfter(death.words, death.then);
    await work(shift);
  }

  /** What a crash left at the gateway is taken over, and ended as one ends a shift. */
  async function leave({ earshot }: ShiftOptions): Promise<void> {
    await signIn(earshot, simulator);
    earshot.quit();
    await earshot.dead;
  }

  try {
    for (report.deaths = 0; report.deaths < deaths; report.deaths += 1) {
      const death = anyDeath(random);
      if (death.kind === 'disk') report.atDisk += 1;
      await liveOnce(death);
    }
    await liveOnce(null);
    expectCleanEnd(simulator);
    const heard = entriesOf(readTrail(dataFolder)).flatMap((entry) => (entry.kind === 'listenStarted' ? [entry.agent] : []));
    const taken = takenRequests(simulator);
    report.listens = taken.length;
    report.notRecorded = notRecorded(taken, heard);
    // The request waits for the entry to be on the disk.
    if (report.notRecorded > 0) throw new Error(`${String(report.notRecorded)} listens are not in the audit trail`);
    const unreadable = unreadableLogLines(dataFolder);
    if (unreadable > report.atDisk) throw new Error(`${String(unreadable)} lines of the log cannot be read`);
    return report;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const place = `seed ${String(seed)}, lane ${String(lane)}, death ${String(report.deaths + 1)}`;
    throw new Error(`${place}: ${why}\n${logEnd(dataFolder)}`, { cause: error });
  } finally {
    await simulator.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function killEarly(earshot: EarshotProcess, death: Death | null): () => void {
  if (death?.kind === 'disk') earshot.killAfter(diskDeathWithin, 0);
  if (death?.kind !== 'starting') return () => undefined;
  const timer = setTimeout(earshot.kill, death.after);
  return () => {
    clearTimeout(timer);
  };
}

function anyDeath(random: Random): Death {
  const chance = random.fraction();
  if (chance < 0.15) return { kind: 'disk', at: { where: 'trail', call: random.int(1, 4), through: random.fraction() } };
  if (chance < 0.5) return { kind: 'disk', at: { where: 'anywhere', call: random.int(1, 120), through: random.fraction() } };
  if (chance < 0.6) return { kind: 'starting', after: random.int(100, 700) };
  return { kind: 'working', words: random.int(1, 80), then: random.int(0, 20) };
}

function expectCleanEnd(simulator: Simulator): void {
  const [account] = simulator.inspectors;
  const { signedIn, listen } = simulator.sessionOf(account?.agentId ?? '');
  if (signedIn || listen !== null) throw new Error(`left at the gateway: ${JSON.stringify({ signedIn, listen })}`);
}

/** How many of the listens that the gateway took are not in the audit trail; in order, as it may hold some of which no answer came. */
function notRecorded(taken: readonly string[], heard: readonly string[]): number {
  let at = 0;
  let missing = 0;
  for (const workNo of taken) {
    const found = heard.indexOf(workNo, at);
    if (found === -1) missing += 1;
    else at = found + 1;
  }
  return missing;
}
