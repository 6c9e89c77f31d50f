/** Control characters, line separators and direction overrides: nothing that a name needs, all that could fake a line of the interface. */
const unwanted = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufffe\uffff]+/g;

/** Text from outside made safe for a line of the interface: no controls, trimmed, at most `limit` UTF-16 units, no half characters. */
export function plainText(text: string, limit: number): string {
  // Cut first, so that a megabyte of name costs nothing; what the clean-up removes does not come back.
  const clean = startOf(text, limit * 4)
    .replace(unwanted, ' ')
    .trim()
    .toWellFormed();
  if (clean.length <= limit) return clean;
  return clean.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '') + '…';
}

/** A copy: V8 makes a slice of a string a view of the whole, which stays in memory with it. */
function startOf(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length), 'utf16le').toString('utf16le');
}
