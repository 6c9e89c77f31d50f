/** Names of charsets that Java and Windows use and the Encoding Standard does not know, without their signs, and what it calls them. */
const otherNames: Readonly<Record<string, string>> = {
  '936': 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  xmswin936: 'gbk',
  cp1386: 'gbk',
  ibm1386: 'gbk',
  xibm1386: 'gbk',
  euccn: 'gbk',
  xeuccn: 'gbk',
  gb231280: 'gbk',
  gb23121980: 'gbk',
  xgbk: 'gbk',
  cp54936: 'gb18030',
  gb180302000: 'gb18030',
  gb180302005: 'gb18030',
  gb180302022: 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  windows950: 'big5',
  xwindows950: 'big5',
  big5hkscs: 'big5',
  ms950hkscs: 'big5',
  cp65001: 'utf-8',
  utf8mb4: 'utf-8',
  iso88591: 'windows-1252',
  iso885915: 'iso-8859-15',
};

/** Charsets in which Chinese takes two bytes or four, but never the three that it takes in UTF-8. */
const chinese: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5']);

/** The text of an answer, and how much of it had to be replaced. */
interface Reading {
  readonly text: string;
  /** Whether more characters beyond ASCII came out whole than broken. */
  readonly plausible: boolean;
}

/**
 * The text of an answer's body. A label is a claim, and servers put their default on whatever they send: bytes that are UTF-8
 * are read so; what is not, by the label; and what fits neither as GB18030, which contains GBK and GB 2312. One broken
 * character (a name that a database cut in its middle) costs one character and changes no charset. Never throws.
 */
export function answerText(bytes: Uint8Array, contentType: string): string {
  const wide = utf16(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const label = labelOf(contentType);
  const labelled = label === null || label === 'utf-8' ? null : reading(bytes, label);
  const utf8 = reading(bytes, 'utf-8');
  // Two bytes of GBK may be two of UTF-8 by chance; Chinese that really is UTF-8 has three.
  const byChance = label !== null && chinese.has(label) && !/[\u0800-\ufffc]|[\ud800-\udbff]/.test(utf8.text);
  if (utf8.plausible && !(byChance && labelled?.plausible === true)) return utf8.text;
  return (labelled?.plausible === true ? labelled : reading(bytes, 'gb18030')).text;
}

/** Whether the bytes are read as UTF-8 if they can be, whatever else they could be. */
export function readAsUtf8(bytes: Uint8Array, contentType: string): boolean {
  const label = labelOf(contentType);
  return utf16(bytes) === null && !(label !== null && chinese.has(label));
}

/** The text of some of an answer's bytes as UTF-8; null: they may be something else, which only the whole answer tells. */
export function utf8Text(bytes: Buffer, from: number, until: number): string | null {
  const text = bytes.toString('utf8', from, until);
  return isPlausible(text) ? text : null;
}

/** JSON begins with an ASCII character (RFC 4627, section 3): a zero beside it, or the mark before it, is UTF-16. */
function utf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) return 'utf-16be';
  return null;
}

/** The charset that an answer names, by the Encoding Standard's name; null: none, or one that says nothing of bytes beyond ASCII. */
function labelOf(contentType: string): string | null {
  const [, named = ''] = /charset\s*=\s*("[^"]*"|'[^']*'|[^;,\s]+)/i.exec(contentType) ?? [];
  const label = named.replace(/["']/g, '').trim().toLowerCase();
  if (/^(us-?ascii|ascii|ansi_x3\.4-19\d\d|iso-?646.*)$/.test(label)) return null;
  const other = label.replace(/[^a-z0-9]/g, '');
  try {
    return new TextDecoder(Object.hasOwn(otherNames, other) ? otherNames[other] : label).encoding;
  } catch {
    // Nobody's name for a charset.
    return null;
  }
}

function reading(bytes: Uint8Array, charset: string): Reading {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, plausible: isPlausible(text) };
}

function isPlausible(text: string): boolean {
  let broken = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) broken += 1;
  return broken === 0 || broken < beyondAscii(text) - broken;
}

function beyondAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) count += 1;
  return count;
}
