import type { Cancel, Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { LineFaults } from './faults.ts';
import { createLinePace } from './linePace.ts';

/** Where a line ends. */
export interface LineEnd {
  /** Takes bytes; false: no more until `resume` is called. */
  write(bytes: Buffer): boolean;
  /** Every byte has come out, and this was the last: the sender has finished, or its connection broke. */
  end(how: SourceEnd): void;
  /** `cutAfterBytes` have passed. */
  cut(): void;
  /** The line can take more again. */
  hasRoom(): void;
}

/** How a sender ends: properly, or by a reset. */
export type SourceEnd = 'finished' | 'reset';

export interface LineOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly end: LineEnd;
  readonly faults: LineFaults;
}

interface Piece {
  readonly bytes: Buffer;
  readonly dueAt: number;
}

/** What a line holds at most before its sender has to wait, as a connection's window would make it. */
const mostHeldBytes = 1_024 * 1_024;
const mostPieces = 1_024;

/** One direction of a connection: what goes in comes out in the same order, later or slower. */
export interface Line {
  /** Whether the sender has to wait for `hasRoom`. */
  isFull(): boolean;
  /** Whether nothing comes out any more. */
  isOver(): boolean;
  push(bytes: Buffer): void;
  /** The sender has ended; that comes out after all its bytes. */
  finish(how: SourceEnd): void;
  /** Other faults from now on; bytes that are under way keep their time of arrival, except when latency goes. */
  change(faults: LineFaults): void;
  /** A line that is down holds everything. */
  setUp(isUp: boolean): void;
  /** The end takes bytes again. */
  resume(): void;
  /** Drops what is under way; nothing comes out any more. */
  close(): void;
}

export function createLine({ clock, random, end, faults: initial }: LineOptions): Line {
  let faults = initial;
  let pieces: Piece[] = [];
  let heldBytes = 0;
  let sourceEnd: { readonly how: SourceEnd; readonly dueAt: number } | null = null;
  let lastDueAt = 0;
  const pace = createLinePace(clock);
  let leftUntilCut = faults.cutAfterBytes ?? Infinity;
  let endIsFull = false;
  let isUp = true;
  let isOver = false;
  let cancelWake: Cancel | null = null;

  function isFull(): boolean {
    return heldBytes >= mostHeldBytes || pieces.length >= mostPieces;
  }

  function close(): void {
    isOver = true;
    pieces = [];
    heldBytes = 0;
    cancelWake?.();
    cancelWake = null;
  }

  function due(): number {
    const { latencyMs, jitterMs } = faults;
    const dueAt = clock.now() + latencyMs + jitterMs * random.fraction();
    lastDueAt = Math.max(lastDueAt, dueAt);
    return lastDueAt;
  }

  function arriveNow(): void {
    const now = clock.now();
    lastDueAt = Math.min(lastDueAt, now);
    pieces = pieces.map(({ bytes, dueAt }) => ({ bytes, dueAt: Math.min(dueAt, now) }));
    if (sourceEnd !== null) sourceEnd = { how: sourceEnd.how, dueAt: Math.min(sourceEnd.dueAt, now) };
  }

  /** Lets everything out that may go now, and sleeps until the next may. */
  function pass(): void {
    cancelWake?.();
    cancelWake = null;
    while (mayPass()) {
      if (leftUntilCut <= 0) {
        close();
        end.cut();
        return;
      }
      const [piece] = pieces;
      const wait = waitFor(piece);
      if (wait === null) return;
      if (wait > 0) {
        cancelWake = clock.after(wait, pass);
        return;
      }
      if (piece === undefined) letEnd();
      else letOut(piece);
    }
  }

  function mayPass(): boolean {
    return !isOver && isUp && !endIsFull;
  }

  /** How long until this piece, or without one the sender's end, may go; null: there is neither. */
  function waitFor(piece: Piece | undefined): number | null {
    const now = clock.now();
    if (piece !== undefined) return Math.max(piece.dueAt, pace.freeAt()) - now;
    return sourceEnd === null ? null : sourceEnd.dueAt - now;
  }

  function letEnd(): void {
    const how = sourceEnd?.how ?? 'finished';
    close();
    end.end(how);
  }

  function letOut(piece: Piece): void {
    const wasFull = isFull();
    const length = Math.min(piece.bytes.length, pace.mostAtOnce(faults), leftUntilCut);
    if (length === piece.bytes.length) pieces.shift();
    else pieces[0] = { bytes: piece.bytes.subarray(length), dueAt: piece.dueAt };
    heldBytes -= length;
    leftUntilCut -= length;
    pace.sent(length, faults);
    endIsFull = !end.write(piece.bytes.subarray(0, length));
    if (wasFull && !isFull()) end.hasRoom();
  }

  return {
    isFull,
    isOver: () => isOver,
    push: (bytes) => {
      if (isOver || bytes.length === 0) return;
      pieces.push({ bytes, dueAt: due() });
      heldBytes += bytes.length;
      pass();
    },
    finish: (how) => {
      if (isOver) return;
      sourceEnd ??= { how, dueAt: due() };
      pass();
    },
    change: (next) => {
      if (next.cutAfterBytes !== faults.cutAfterBytes) leftUntilCut = next.cutAfterBytes ?? Infinity;
      faults = next;
      if (faults.latencyMs === 0 && faults.jitterMs === 0) arriveNow();
      pace.change(faults);
      pass();
    },
    setUp: (up) => {
      isUp = up;
      pass();
    },
    resume: () => {
      endIsFull = false;
      pass();
    },
    close,
  };
}
