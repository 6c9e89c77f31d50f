/** A whole number written plainly and in this range, both ends included; otherwise null. */
export function wholeNumber(text: string | null, from: number, to: number): number | null {
  if (text === null || !/^(0|[1-9]\d{0,8})$/.test(text)) return null;
  const number = Number(text);
  return number >= from && number <= to ? number : null;
}

/** `true` or `false`; otherwise null. */
export function flagOf(text: string | null): boolean | null {
  if (text === 'true') return true;
  return text === 'false' ? false : null;
}
