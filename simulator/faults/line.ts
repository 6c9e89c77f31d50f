import type { Cancel, Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { LineFaults } from './faults.ts';

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
/** With a bandwidth, bytes go in slices of this length. */
const sliceMs = 10;
/** A timer that comes late may be made up for by so much. */
const mostCatchUpMs = 50;

/** One direction of a connection: what goes in comes out in the same order, later or slower. */
export class Line {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #end: LineEnd;
  #faults: LineFaults;
  #pieces: Piece[] = [];
  #heldBytes = 0;
  #sourceEnd: { readonly how: SourceEnd; readonly dueAt: number } | undefined;
  #lastDueAt = 0;
  /** When bandwidth and drip let the next bytes go. */
  #freeAt = 0;
  #leftUntilCut: number;
  #endIsFull = false;
  #isUp = true;
  #isOver = false;
  #wake: Cancel | undefined;

  constructor(options: LineOptions) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#end = options.end;
    this.#faults = options.faults;
    this.#leftUntilCut = options.faults.cutAfterBytes ?? Infinity;
  }

  /** Whether the sender has to wait for `hasRoom`. */
  isFull(): boolean {
    return this.#heldBytes >= mostHeldBytes || this.#pieces.length >= mostPieces;
  }

  /** Whether nothing comes out any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  push(bytes: Buffer): void {
    if (this.#isOver || bytes.length === 0) return;
    this.#pieces.push({ bytes, dueAt: this.#due() });
    this.#heldBytes += bytes.length;
    this.#pass();
  }

  /** The sender has ended; that comes out after all its bytes. */
  finish(how: SourceEnd): void {
    if (this.#isOver) return;
    this.#sourceEnd ??= { how, dueAt: this.#due() };
    this.#pass();
  }

  /** Other faults from now on; bytes that are under way keep their time of arrival, except when latency goes. */
  change(faults: LineFaults): void {
    if (faults.cutAfterBytes !== this.#faults.cutAfterBytes) this.#leftUntilCut = faults.cutAfterBytes ?? Infinity;
    this.#faults = faults;
    if (faults.latencyMs === 0 && faults.jitterMs === 0) this.#arriveNow();
    this.#freeAt = Math.min(this.#freeAt, this.#clock.now() + (faults.slowDrip?.everyMs ?? sliceMs));
    this.#pass();
  }

  /** A line that is down holds everything. */
  setUp(isUp: boolean): void {
    this.#isUp = isUp;
    this.#pass();
  }

  /** The end takes bytes again. */
  resume(): void {
    this.#endIsFull = false;
    this.#pass();
  }

  /** Drops what is under way; nothing comes out any more. */
  close(): void {
    this.#isOver = true;
    this.#pieces = [];
    this.#heldBytes = 0;
    this.#wake?.();
    this.#wake = undefined;
  }

  #due(): number {
    const { latencyMs, jitterMs } = this.#faults;
    const dueAt = this.#clock.now() + latencyMs + jitterMs * this.#random.fraction();
    this.#lastDueAt = Math.max(this.#lastDueAt, dueAt);
    return this.#lastDueAt;
  }

  #arriveNow(): void {
    const now = this.#clock.now();
    this.#lastDueAt = Math.min(this.#lastDueAt, now);
    this.#pieces = this.#pieces.map(({ bytes, dueAt }) => ({ bytes, dueAt: Math.min(dueAt, now) }));
    if (this.#sourceEnd !== undefined) this.#sourceEnd = { how: this.#sourceEnd.how, dueAt: Math.min(this.#sourceEnd.dueAt, now) };
  }

  /** Lets everything out that may go now, and sleeps until the next may. */
  #pass(): void {
    this.#wake?.();
    this.#wake = undefined;
    while (!this.#isOver && this.#isUp && !this.#endIsFull) {
      if (this.#leftUntilCut <= 0) {
        this.close();
        this.#end.cut();
        return;
      }
      const [piece] = this.#pieces;
      const wait = this.#waitFor(piece);
      if (wait === undefined) return;
      if (wait > 0) {
        this.#wake = this.#clock.after(wait, () => {
          this.#pass();
        });
        return;
      }
      if (piece === undefined) this.#letEnd();
      else this.#letOut(piece);
    }
  }

  /** How long until this piece, or without one the sender's end, may go; undefined when there is neither. */
  #waitFor(piece: Piece | undefined): number | undefined {
    const now = this.#clock.now();
    if (piece !== undefined) return Math.max(piece.dueAt, this.#freeAt) - now;
    return this.#sourceEnd === undefined ? undefined : this.#sourceEnd.dueAt - now;
  }

  #letEnd(): void {
    const how = this.#sourceEnd?.how ?? 'finished';
    this.close();
    this.#end.end(how);
  }

  #letOut(piece: Piece): void {
    const wasFull = this.isFull();
    const length = Math.min(piece.bytes.length, this.#mostAtOnce(), this.#leftUntilCut);
    if (length === piece.bytes.length) this.#pieces.shift();
    else this.#pieces[0] = { bytes: piece.bytes.subarray(length), dueAt: piece.dueAt };
    this.#heldBytes -= length;
    this.#leftUntilCut -= length;
    this.#occupyFor(length);
    this.#endIsFull = !this.#end.write(piece.bytes.subarray(0, length));
    if (wasFull && !this.isFull()) this.#end.hasRoom();
  }

  #mostAtOnce(): number {
    const { bandwidthBytesPerSecond, slowDrip } = this.#faults;
    const slice = bandwidthBytesPerSecond === null ? Infinity : Math.max(1, Math.floor((bandwidthBytesPerSecond * sliceMs) / 1_000));
    return Math.min(slice, slowDrip?.bytes ?? Infinity);
  }

  #occupyFor(length: number): void {
    const { bandwidthBytesPerSecond, slowDrip } = this.#faults;
    const now = this.#clock.now();
    const byBandwidth = bandwidthBytesPerSecond === null ? 0 : (length / bandwidthBytesPerSecond) * 1_000;
    const from = slowDrip === null ? Math.max(this.#freeAt, now - mostCatchUpMs) : now;
    this.#freeAt = from + Math.max(byBandwidth, slowDrip?.everyMs ?? 0);
  }
}
