import { z } from 'zod';

/**
 * A moment by the application's own clock, in milliseconds; the state's `now` is the present one. It runs on whatever happens to the
 * computer's date: only the distance of two moments means anything, and whoever shows a time of day counts back from its own.
 */
export const instant = z.number();

/** A date and time as a calendar has it, milliseconds since 1970. */
export const dateTime = z.number();
