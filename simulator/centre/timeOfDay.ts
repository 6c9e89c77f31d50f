/** When the centre's day begins to be lived unless told otherwise: most shifts are on. */
export const midShift = '13:00';

/** Milliseconds since midnight of a time as `13:00`; null when it is none. */
export function timeOfDay(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : (Number(hours) * 60 + Number(minutes)) * 60_000;
}
