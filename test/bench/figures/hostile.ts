import { percentiles, type BenchOptions, type Figure, type Measurement } from '../figure.ts';
import {
  duplicatePuts,
  foundEnds,
  hangUps,
  judgedRings,
  overTheLimit,
  queriesWhileIdle,
  queriesWhileListening,
  sessionLosses,
  wrongClaims,
} from '../hostile/judge.ts';
import type { JudgedRing, WrongClaim } from '../hostile/judge.ts';
import type { Asked, DeskRecord, HostileRun } from '../hostile/record.ts';
import { runHostile } from '../hostile/run.ts';

/** What comes of a listen is asked for this long after it; what follows is what idling costs. */
const settled = 15_000;

/** Queries a minute while idle, the window open, before anything was asked for the sake of listens; and how much more that may become. */
const idleQueries = 19.3;
const mostOfIdle = 1.3;

/** Figures of the same listens before a hostile gateway, which are run once for all. */
export function hostileFigures(): readonly Figure[] {
  let ran: Promise<HostileRun> | null = null;
  const run = (options: BenchOptions): Promise<HostileRun> => (ran ??= runHostile(options));
  const figure = (name: string, unit: string, goal: string, of: (run: HostileRun) => readonly Measurement[]): Figure => ({
    name,
    unit,
    goal,
    measure: async (options) => of(await run(options)),
  });
  return [
    figure('listen-wrong-claims', 'of 1,000 listens', '0', wrongClaimRows),
    figure('rings-untold', 'of 1,000 rings', '0', untoldRows),
    figure('ring-found-without-event', 'ms', 'p95 ≤ 3,000', ringFoundRows),
    figure('listen-end-found-without-event', 'ms', 'p95 ≤ 16,000', endFoundRows),
    figure('sessions-lost', 'sessions', '0', (all) => [countRow(all, (record) => sessionLosses(record).length)]),
    figure('hang-ups-on-a-listener', 'requests', '0', (all) => [countRow(all, (record) => hangUps(record).length)]),
    figure('duplicate-puts', 'requests', '0', (all) => [countRow(all, (record) => duplicatePuts(record).length)]),
    figure('queries-a-minute', 'queries', 'idle ≤ 25, none over the limit', queryRows),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const asked = ({ records }: HostileRun): number => sum(records.map((record) => record.asked.length));
const countText = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}`;
const perThousand = (count: number, of: number): number => (of === 0 ? 0 : (1_000 * count) / of);

function countRow(run: HostileRun, of: (record: DeskRecord) => number): Measurement {
  const value = sum(run.records.map(of));
  return { at: countText(asked(run), 'listens'), value, met: value === 0 };
}

/** Listens with a wrong claim, however many there were in it. */
function wrongClaimRows(run: HostileRun): readonly Measurement[] {
  const wrong = run.records.flatMap((record) =>
    wrongClaims(record, run.end).map((claim) => ({ ...claim, listen: listenAt(record, claim.from) })),
  );
  const listens = (isSuch: (claim: WrongClaim) => boolean = () => true): number =>
    new Set(wrong.filter(isSuch).map(({ listen }) => listen)).size;
  const count = asked(run);
  return [
    { at: countText(count, 'listens'), value: perThousand(listens(), count), met: listens() === 0 },
    {
      at: 'said "listening", and could have known',
      value: perThousand(
        listens(({ says, isExcused }) => says === 'listening' && !isExcused),
        count,
      ),
    },
    {
      at: 'said "listening" until it was found by asking',
      value: perThousand(
        listens(({ isExcused }) => isExcused),
        count,
      ),
    },
    {
      at: 'said "not listening"',
      value: perThousand(
        listens(({ says }) => says === 'notListening'),
        count,
      ),
    },
    {
      at: 'of these as its session was lost',
      value: perThousand(
        listens(({ says, isSignedIn }) => says === 'notListening' && !isSignedIn),
        count,
      ),
    },
  ];
}

function listenAt({ asked: listens }: DeskRecord, at: number): Asked | undefined {
  return listens.findLast((listen) => listen.at <= at);
}

function untoldRows(run: HostileRun): readonly Measurement[] {
  const rings = run.records.flatMap((record) => judgedRings(record, run.end));
  const told = rings.filter(({ toldAt }) => toldAt !== null);
  const untold = told.filter(({ shownAt }) => shownAt === null).length;
  return [
    { at: countText(told.length, 'rings that it was told of'), value: perThousand(untold, told.length), met: untold === 0 },
    {
      at: countText(rings.length, 'rings of 4 s or more: never shown'),
      value: perThousand(rings.filter(({ shownAt }) => shownAt === null).length, rings.length),
    },
  ];
}

/** Of rings whose event did not come before they were found; one that was never found counts with its whole length. */
function ringFoundRows(run: HostileRun): readonly Measurement[] {
  const found = run.records.flatMap((record) =>
    judgedRings(record, run.end)
      .filter(isWithoutEvent)
      .map(({ from, to, shownAt }) => ({ plain: isPlain(record, from), ms: (shownAt ?? Math.min(to, run.end)) - from })),
  );
  return timeRows(found, 'rings', 3_000);
}

function isWithoutEvent({ eventAt, shownAt }: JudgedRing): boolean {
  return eventAt === null || (shownAt !== null && shownAt < eventAt);
}

function endFoundRows(run: HostileRun): readonly Measurement[] {
  const found = run.records.flatMap((record) =>
    foundEnds(record, run.end)
      .filter(({ byEvent }) => !byEvent)
      .map(({ at, afterMs }) => ({ plain: isPlain(record, at), ms: Math.min(afterMs, run.end - at) })),
  );
  return timeRows(found, 'ends', 16_000);
}

/** Whether the gateway answered whoever asked it: then only Earshot's own asking counts. */
function isPlain(record: DeskRecord, at: number): boolean {
  const { answersLate, answersLost, queriesBlind, queriesStale, queriesFail } = listenAt(record, at)?.plan.habits ?? {};
  return [answersLate, answersLost, queriesBlind, queriesStale, queriesFail].every((habit) => habit === undefined);
}

function timeRows(found: readonly { readonly plain: boolean; readonly ms: number }[], what: string, goal: number): readonly Measurement[] {
  const plain = found.filter((each) => each.plain).map(({ ms }) => ms);
  const hostile = found.filter((each) => !each.plain).map(({ ms }) => ms);
  return [
    ...(plain.length === 0
      ? []
      : [{ at: countText(plain.length, `${what}, who asked was answered`), ...percentiles(plain), met: percentiles(plain).p95 <= goal }]),
    ...(hostile.length === 0 ? [] : [{ at: countText(hostile.length, `${what}, answers late, lost or untrue`), ...percentiles(hostile) }]),
  ];
}

function queryRows({ records, end }: HostileRun): readonly Measurement[] {
  const rate = (measured: readonly { readonly queries: number; readonly ms: number }[]): number =>
    sum(measured.map(({ queries }) => queries)) / (sum(measured.map(({ ms }) => ms)) / 60_000);
  const idle = rate(records.map((record) => queriesWhileIdle(record, settled)));
  const over = sum(records.map(overTheLimit));
  return [
    { at: 'while listening', value: rate(records.map((record) => queriesWhileListening(record, end))) },
    { at: 'while idle', value: idle, met: idle <= mostOfIdle * idleQueries },
    { at: 'refused as one too many', value: over, met: over === 0 },
  ];
}
