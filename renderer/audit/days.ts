/** A day of this computer's calendar, as a date field writes it, so many days from an instant. */
export function dayOf(at: number, days = 0): string {
  const date = new Date(at);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** From the beginning of the first day up to the end of the last; null: they are no days, or the wrong way round. */
export function rangeOf(first: string, last: string): { readonly from: number; readonly to: number } | null {
  const from = startOf(first, 0);
  const to = startOf(last, 1);
  return from === null || to === null || from >= to ? null : { from, to };
}

function startOf(day: string, later: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  // Not by adding hours: a day may have 23 or 25 of them.
  return new Date(Number(year), Number(month) - 1, Number(date) + later).getTime();
}
