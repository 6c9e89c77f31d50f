import type { DayWindow, StandingTime } from '../../contract/standing.ts';

const hour = 3_600_000;

/** A window opens within a day and closes within a day: longer than that, and the hour by which clocks are changed, none is waited for. */
const longestWindow = 25 * hour;

/** Milliseconds by the clock after which a standing listen is over whatever the computer's date says. */
export function longest(time: StandingTime): number {
  return time.kind === 'hours' ? time.hours * hour : longestWindow;
}

/** Whether a date (milliseconds since 1970) lies in the window, by this computer's time of day. */
export function isOpen(window: DayWindow, date: number): boolean {
  const now = minuteOfDay(date);
  return window.from < window.to ? now >= window.from && now < window.to : now >= window.from || now < window.to;
}

/** The first date after `date` on which the window closes. */
export function closesAfter({ to }: DayWindow, date: number): number {
  const closing = new Date(date);
  closing.setHours(0, to, 0, 0);
  // The calendar's next day, which is not always 24 hours away.
  if (closing.getTime() <= date) closing.setDate(closing.getDate() + 1);
  return closing.getTime();
}

function minuteOfDay(date: number): number {
  const there = new Date(date);
  return there.getHours() * 60 + there.getMinutes();
}
