const SECOND_MS = 1000;

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time as `m:ss`, from an hour on as `h:mm:ss`. Never negative: what was just told may lie a moment ahead. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${rest}` : `${String(minutes)}:${rest}`;
}

/** The time in a state: what the gateway or Earshot saw begin is exact, else it has lasted at least that long. */
export function timeInStateText(since: number, sinceSeen: boolean, now: number): string {
  const duration = durationText(now - since);
  return sinceSeen ? duration : `≥ ${duration}`;
}

/** An age in one unit, coarse enough to be read at a glance. */
export function ageParts(ms: number): { readonly value: number; readonly unit: 'second' | 'minute' | 'hour' } {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  if (seconds < 60) return { value: seconds, unit: 'second' };
  if (seconds < 3600) return { value: Math.floor(seconds / 60), unit: 'minute' };
  return { value: Math.floor(seconds / 3600), unit: 'hour' };
}
