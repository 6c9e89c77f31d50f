/**
 * RFC 4180, with the mark by which spreadsheets know UTF-8. What a spreadsheet would take for a formula begins with an apostrophe and so
 * is text.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/** A number of so few digits, without a leading zero, is the same as a spreadsheet's: it keeps fifteen. */
const plainNumber = /^(0|[1-9]\d{0,14})$/;
const month = '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)';
/** What else spreadsheets read as values: numbers of every form, dates, times and fractions, months with a number, truth values. */
const values = [
  /^[\d.,\s]+(e[+-]?\d+)?%?$/i,
  /^(\d{1,2}|\d{4})([-/.:\s]+(\d{1,2}|\d{4})){1,2}$/,
  new RegExp(`^(\\d{1,4}[-/.\\s]*${month}([-/.\\s]*\\d{1,4})?|${month}[-/.\\s]*\\d{1,4})$`, 'i'),
  /^\d{1,4}[年月日时]/,
  /^\d{1,2}(:\d{1,2})?\s*[ap]m?$/i,
  /^(true|false)$/i,
];

/** A work number or code, which is no value: 007 would become 7, 1e5 100000, 1-2 a day, and the nineteenth digit a zero. */
export function identifier(text: string): string {
  const read = text.normalize('NFKC').trim();
  if (text === '' || plainNumber.test(text) || !values.some((value) => value.test(read))) return text;
  return `'${text}`;
}

/** What a spreadsheet takes for the beginning of a formula, in the wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
