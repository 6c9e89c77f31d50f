// Control characters, line separators, the invisible marks that reorder what stands after them, halves of pairs and what is no
// character: nothing that a name needs, all that could fake a line of the interface.
const marks = String.raw`\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067\u206a-\u206f\ud800-\udfff\ufeff\ufffe\uffff`;
const isolates = String.raw`\u2068\u2069`;

const unwanted = new RegExp(`[${marks}${isolates}]+`, 'gu');
const unwantedButIsolates = new RegExp(`[${marks}]+`, 'gu');

/** Text from outside, well-formed, each run of unwanted characters in it one space. */
export function withoutUnwanted(text: string): string {
  return text.replace(unwanted, ' ');
}

/** The same for text that Earshot has put isolates into (contract/direction.ts): those stay. */
export function withoutUnwantedButIsolates(text: string): string {
  return text.replace(unwantedButIsolates, ' ');
}
