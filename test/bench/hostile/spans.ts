import type { JournalEntry } from '../../../simulator/index.ts';
import type { Claim } from './record.ts';

/** A stretch of time; `to`: excluded, Infinity while it lasts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface OfAgent extends Span {
  readonly workNo: string;
}

/** When the inspector heard whom, as the gateway knows it. */
export function audioOf(journal: readonly JournalEntry[]): OfAgent[] {
  return spansOf(journal, 'audioBegan', 'audioEnded');
}

/** When the inspector's phone rang, as the gateway knows it. */
export function ringsOf(journal: readonly JournalEntry[]): OfAgent[] {
  return spansOf(journal, 'ringBegan', 'ringEnded');
}

function spansOf(journal: readonly JournalEntry[], began: 'audioBegan' | 'ringBegan', ended: 'audioEnded' | 'ringEnded'): OfAgent[] {
  const spans: OfAgent[] = [];
  for (const entry of journal) {
    if (entry.kind === began) spans.push({ from: entry.at, to: Infinity, workNo: entry.workNo });
    const last = spans.at(-1);
    if (entry.kind === ended && last?.to === Infinity) spans[spans.length - 1] = { ...last, to: entry.at };
  }
  return spans;
}

/** For how long each claim stood; the last one until `end`. */
export function claimSpans(claims: readonly Claim[], end: number): (Claim & Span)[] {
  return claims.map((claim, index) => ({ ...claim, from: claim.at, to: claims[index + 1]?.at ?? Math.max(end, claim.at) }));
}

export function overlap(one: Span, other: Span): Span | null {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : null;
}

/** What is left of a span without these, which are in order and apart. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const each of taken) {
    if (each.to <= from || each.from >= span.to) continue;
    if (each.from > from) left.push({ from, to: each.from });
    from = Math.max(from, each.to);
  }
  if (from < span.to) left.push({ from, to: span.to });
  return left;
}

/** Spans that touch become one. */
export function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last !== undefined && span.from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else whole.push({ from: span.from, to: span.to });
  }
  return whole;
}
