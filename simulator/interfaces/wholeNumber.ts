/** A whole number written plainly and in this range, both ends included; otherwise undefined. */
export function wholeNumber(text: string | null, from: number, to: number): number | undefined {
  if (text === null || !/^(0|[1-9]\d{0,8})$/.test(text)) return undefined;
  const number = Number(text);
  return number >= from && number <= to ? number : undefined;
}

/** `true` or `false`; otherwise undefined. */
export function flagOf(text: string | null): boolean | undefined {
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}
