/** The bytes of a list and where its entries begin, each with what parts it from the next; the last number is where the list ends. */
export interface ListBytes {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const opensList = 0x5b;
const backslash = 0x5c;
const closesList = 0x5d;
const opensObject = 0x7b;
const closesObject = 0x7d;

/** So many entries are compared at once where they may all be as before. */
const stretch = 64;

/** From here on, the first byte that is no blank of JSON. */
export function afterBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Where the list of an answer begins, at its bracket: the member `result` of the object that the bytes are. -1: there is none. */
export function listStart(bytes: Uint8Array): number {
  let at = afterBlank(bytes, 0);
  if (bytes[at] !== opensObject) return -1;
  for (;;) {
    const name = afterBlank(bytes, at + 1);
    const nameEnd = bytes[name] === quote ? valueEnd(bytes, name) : -1;
    const sign = nameEnd < 0 ? -1 : afterBlank(bytes, nameEnd);
    if (sign < 0 || bytes[sign] !== colon) return -1;
    const value = afterBlank(bytes, sign + 1);
    if (bytes[value] === opensList && isResult(bytes, name, nameEnd)) return value;
    const end = valueEnd(bytes, value);
    at = end < 0 ? -1 : afterBlank(bytes, end);
    if (at < 0 || bytes[at] !== comma) return -1;
  }
}

function isResult(bytes: Uint8Array, from: number, until: number): boolean {
  const name = [...bytes.subarray(from, Math.min(until, from + 9))];
  return String.fromCharCode(...name) === '"result"';
}

/** Where the value ends that begins here, if it is one of JSON, which its parser tells; -1: it has no end. */
export function valueEnd(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let depth = 0;
  let at = from;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      at = textEnd(bytes, at);
      if (at < 0) return -1;
      if (depth === 0) return at;
      continue;
    }
    if (byte === opensObject || byte === opensList) depth += 1;
    else if (byte === closesObject || byte === closesList) {
      depth -= 1;
      if (depth === 0) return at + 1;
      if (depth < 0) return at > from ? at : -1;
    } else if (depth === 0 && (byte === comma || isBlank(byte))) return at > from ? at : -1;
    at += 1;
  }
  return -1;
}

function textEnd(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  for (let at = from + 1; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === backslash) at += 1;
  }
  return -1;
}

/** Where an entry of a list begins, or the list ends. */
export interface ListSpot {
  readonly at: number;
  readonly over: boolean;
}

/** The first entry of a list that begins here, at its bracket. */
export function firstEntry(bytes: Uint8Array, start: number): ListSpot {
  const at = afterBlank(bytes, start + 1);
  return { at, over: bytes[at] === closesList };
}

/** What follows an entry that ended here: the next entry, or the end of the list; null: neither. */
export function afterEntry(bytes: Uint8Array, end: number): ListSpot | null {
  const at = afterBlank(bytes, end);
  if (bytes[at] === closesList) return { at, over: true };
  if (bytes[at] !== comma) return null;
  const next = afterBlank(bytes, at + 1);
  return bytes[next] === closesList ? null : { at: next, over: false };
}

/** How many entries from one on stand here byte for byte. */
export function sameEntries({ bytes: old, starts }: ListBytes, first: number, bytes: Buffer, at: number): number {
  const last = starts.length - 1;
  const begin = starts[first] ?? 0;
  let place = first;
  let step = stretch;
  let differs = false;
  while (place < last) {
    const until = Math.min(place + step, last);
    const from = starts[place] ?? 0;
    const to = starts[until] ?? 0;
    const here = at + from - begin;
    const there = here + to - from;
    if (there <= bytes.length && old.compare(bytes, here, there, from, to) === 0) {
      place = until;
    } else {
      if (until === place + 1) break;
      differs = true;
    }
    if (differs) step = Math.max(1, step >> 1);
  }
  return place - first;
}
