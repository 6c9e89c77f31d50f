/** `Sun, 06 Nov 1994 08:49:37 GMT` and the two older forms that RFC 9110, 5.6.7 asks to be read. */
const forms: readonly RegExp[] = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/** The instant of an HTTP date, which is always UTC; null when it is none. */
export function httpDate(text: string): number | null {
  const date = text.trim();
  if (!forms.some((form) => form.test(date))) return null;
  const instant = Date.parse(date.endsWith('GMT') ? date : `${date} GMT`);
  return Number.isNaN(instant) ? null : instant;
}
