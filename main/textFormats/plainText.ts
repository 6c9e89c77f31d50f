import { withoutUnwanted } from './unwanted.ts';

/** Text from outside made safe for a line of the interface: no controls, trimmed, at most `limit` UTF-16 units, no half characters. */
export function plainText(text: string, limit: number): string {
  // Cut first, so that a megabyte of name costs nothing; what the clean-up removes does not come back.
  const clean = withoutUnwanted(startOf(text, limit * 4).toWellFormed()).trim();
  if (clean.length <= limit) return clean;
  return clean.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

/** A copy: V8 makes a slice of a string a view of the whole, which stays in memory with it. */
function startOf(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length), 'utf16le').toString('utf16le');
}
