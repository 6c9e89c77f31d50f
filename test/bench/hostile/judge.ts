import type { JournalEntry } from '../../../simulator/index.ts';
import type { DeskRecord } from './record.ts';
import { audioOf, claimSpans, joined, overlap, ringsOf, without } from './spans.ts';
import type { OfAgent, Span } from './spans.ts';

/** Wrong for so long is wrong, milliseconds: less is on its way. */
const wrongAfter = 5_000;
/** A shorter ring nobody could have acted on. */
const judgedRing = 4_000;
/** What is told this shortly before its end need not be shown any more. */
const noticeMs = 1_000;

export interface WrongClaim extends Span {
  readonly says: 'listening' | 'notListening';
  /** A talk that was over: nothing had told Earshot of its end for five seconds, and it was found in the time that asking takes. */
  readonly isExcused: boolean;
  /** Whether there was a session to say it of, up to its end. */
  readonly isSignedIn: boolean;
}

/** Where Earshot said for five seconds or more that the inspector listens, or does not, and the opposite was so. */
export function wrongClaims({ inspector, journal, claims }: DeskRecord, end: number): WrongClaim[] {
  const audio = audioOf(journal);
  const spans = claimSpans(claims, end);
  const saysListening = spans
    .filter(({ listen }) => listen === 'listening')
    .flatMap((claim) =>
      without(
        claim,
        audio.filter(({ workNo }) => workNo === claim.workNo),
      ),
    );
  const saysNot = spans
    .filter(({ listen }) => listen === 'idle' || listen === 'ended')
    .flatMap((claim) => audio.map((heard) => overlap(claim, heard)).filter((span) => span !== null));
  const long = (says: WrongClaim['says'], found: readonly Span[]): WrongClaim[] =>
    joined(found)
      .filter(({ from, to }) => to - from >= wrongAfter)
      .map((span) => ({
        ...span,
        says,
        isExcused: says === 'listening' && audio.some(({ to }) => to === span.from) && isExcused(span, journal, inspector),
        isSignedIn: spans.some((claim) => claim.session === 'signedIn' && isWithin(span.to - 1, claim)),
      }));
  return [...long('listening', saysListening), ...long('notListening', saysNot)];
}

/** An end that no event told of is found by asking, every so often (the goal of listen-end-found-without-event). */
const askingTakes = 16_000;

function isExcused(span: Span, journal: readonly JournalEntry[], inspector: string): boolean {
  const told = journal.find((entry) => entry.at >= span.from && tellsOfEnd(entry, span.from, inspector));
  const isUntold = told === undefined || span.to - told.at < wrongAfter;
  return isUntold && span.to - span.from <= askingTakes;
}

function tellsOfEnd(entry: JournalEntry, endedAt: number, inspector: string): boolean {
  if (entry.kind === 'eventDelivered') return endTypes.has(entry.eventType) && entry.raisedAt >= endedAt;
  if (entry.kind !== 'answered' || entry.retcode !== '0' || entry.asOf < endedAt) return false;
  return entry.interface === 'getAgentStatus' || tellsOfOwnCall(entry, inspector);
}

export interface JudgedRing extends OfAgent {
  /** When something that told of it reached Earshot, while there was time to show it; null: nothing did. */
  readonly toldAt: number | null;
  /** Its name. */
  readonly toldBy: string | null;
  /** When its own event was delivered; null: not before its end. */
  readonly eventAt: number | null;
  /** When it was first shown; null: never while it rang. */
  readonly shownAt: number | null;
}

/** The rings of four seconds or more, with what told of them and whether they were shown. */
export function judgedRings({ inspector, journal, claims }: DeskRecord, end: number): JudgedRing[] {
  const shown = claimSpans(claims, end).filter(({ ringing }) => ringing);
  return ringsOf(journal)
    .filter(({ from, to }) => Math.min(to, end) - from >= judgedRing)
    .map((ring) => {
      const told = journal.filter((entry) => entry.at >= ring.from && entry.at < ring.to - noticeMs && tellsOf(entry, ring, inspector));
      const event = journal.find((entry) => entry.at < ring.to && isEventOf(entry, ring));
      const showing = shown.map((span) => overlap(span, ring)).find((span) => span !== null);
      return { ...ring, toldAt: told[0]?.at ?? null, toldBy: nameOf(told[0]), eventAt: event?.at ?? null, shownAt: showing?.from ?? null };
    });
}

function nameOf(entry: JournalEntry | undefined): string | null {
  if (entry?.kind === 'eventDelivered') return entry.eventType;
  return entry?.kind === 'answered' ? entry.interface : null;
}

function isEventOf(entry: JournalEntry, ring: Span): boolean {
  return entry.kind === 'eventDelivered' && entry.eventType === 'AgentOther_PhoneAlerting' && isWithin(entry.raisedAt, ring);
}

function tellsOf(entry: JournalEntry, ring: Span, inspector: string): boolean {
  if (isEventOf(entry, ring)) return true;
  if (entry.kind !== 'answered' || entry.retcode !== '0' || entry.isBlind || !isWithin(entry.asOf, ring)) return false;
  return tellsOfOwnCall(entry, inspector);
}

/** Whether the answer has the CTI's phase of the inspector's own call, which the own state has not. */
function tellsOfOwnCall({ interface: name, workNo }: Extract<JournalEntry, { kind: 'answered' }>, inspector: string): boolean {
  return name === 'queryOnlineAgent' || name === 'queryAllAgentStatus' || (name === 'queryAgentInfoByWorkNo' && workNo === inspector);
}

function isWithin(at: number, { from, to }: Span): boolean {
  return at >= from && at < to;
}

/** A talk that ended by no stop of Earshot's, while it said "listening". */
export interface FoundEnd {
  readonly at: number;
  /** Whether an event had told of it when it was found. */
  readonly byEvent: boolean;
  /** Until Earshot said "listening" no more, or a person had to click. */
  readonly afterMs: number;
}

const endTypes = new Set(['AgentOther_PhoneRelease', 'AgentState_Ready']);

export function foundEnds({ journal, claims, clicks }: DeskRecord, end: number): FoundEnd[] {
  const spans = claimSpans(claims, end);
  return journal.flatMap((entry): FoundEnd[] => {
    if (entry.kind !== 'audioEnded' || entry.by === 'client') return [];
    const claim = spans.find((span) => span.listen === 'listening' && span.workNo === entry.workNo && isWithin(entry.at, span));
    if (claim === undefined) return [];
    const click = clicks.find(({ at }) => at > entry.at)?.at ?? Infinity;
    const found = Math.min(claim.to, click);
    const byEvent = journal.some(
      (other) =>
        other.kind === 'eventDelivered' &&
        endTypes.has(other.eventType) &&
        other.raisedAt >= entry.at &&
        other.raisedAt <= entry.at + 50 &&
        other.at <= found,
    );
    return [{ at: entry.at, byEvent, afterMs: found - entry.at }];
  });
}

/** When Earshot sent a DELETE for a listen that was being heard, without a click since that listen was asked for. */
export function hangUps({ journal, clicks }: DeskRecord): number[] {
  const audio = audioOf(journal);
  return journal.flatMap((entry) => {
    if (entry.kind !== 'received' || entry.interface !== 'stopSuperviseOrInsert') return [];
    const heard = audio.find((span) => span.workNo === entry.workNo && isWithin(entry.at, span));
    if (heard === undefined) return [];
    const asked = clicks.findLast(
      ({ what, workNo, taken, at }) => what === 'listen' && taken && workNo === heard.workNo && at <= heard.from,
    );
    const stopped = clicks.some(({ what, at }) => what === 'stop' && at >= (asked?.at ?? -Infinity) && at <= entry.at);
    return stopped ? [] : [entry.at];
  });
}

/** When a listen was requested beyond once for each click that was taken. */
export function duplicatePuts({ journal, clicks }: DeskRecord): number[] {
  const puts = journal.filter((entry) => entry.kind === 'received' && entry.interface === 'addSupervise').map(({ at }) => at);
  const listens = clicks.filter(({ what, taken }) => what === 'listen' && taken).map(({ at }) => at);
  const clickOf = (at: number): number => listens.findLastIndex((click) => click <= at);
  return puts.filter((at, index) => clickOf(at) < 0 || clickOf(at) === clickOf(puts[index - 1] ?? -Infinity));
}

/** Queries in so many milliseconds. */
export interface Queries {
  readonly queries: number;
  readonly ms: number;
}

/** What was asked while Earshot said "listening". */
export function queriesWhileListening(record: DeskRecord, end: number): Queries {
  return queriesIn(record, joined(claimSpans(record.claims, end).filter(({ listen }) => listen === 'listening')));
}

/** What was asked while nobody listened, from `settled` milliseconds after the last listen on. */
export function queriesWhileIdle(record: DeskRecord, settled: number): Queries {
  return queriesIn(
    record,
    record.rests.map(({ from, to }) => ({ from: from + settled, to })),
  );
}

function queriesIn({ journal }: DeskRecord, spans: readonly Span[]): Queries {
  const asked = journal.filter((entry) => entry.kind === 'received' && isQuery(entry.interface));
  return {
    queries: spans.reduce((sum, span) => sum + asked.filter(({ at }) => isWithin(at, span)).length, 0),
    ms: spans.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** What the gateway's limit counts (protocol.md 0), of what Earshot asks. */
function isQuery(name: string): boolean {
  return name.startsWith('query') || name.startsWith('is') || name === 'getAgentStatus' || name === 'updateGuid';
}

/** When a session was over that nobody had ended by a click. */
export function sessionLosses({ claims }: DeskRecord): number[] {
  return claims.filter(({ session }, index) => session !== 'signedIn' && claims[index - 1]?.session === 'signedIn').map(({ at }) => at);
}

/** How often the gateway refused a query as one too many. */
export function overTheLimit({ journal }: DeskRecord): number {
  return journal.filter((entry) => entry.kind === 'answered' && entry.retcode === '000-007').length;
}
