import { z } from 'zod';

// Electron says in the event what it said in the arguments behind it before; that of the older ones has neither.
const pressed = z.looseObject({ actionIndex: z.int().nonnegative() });
const closed = z.looseObject({ reason: z.enum(['userCanceled', 'applicationHidden', 'timedOut']) });
const place = z.int().nonnegative();

export type CloseReason = z.infer<typeof closed>['reason'];

/** Which of a toast's buttons was pressed, by its place; null: that was not told. */
export function pressedButton(details: unknown, index: unknown): number | null {
  return pressed.safeParse(details).data?.actionIndex ?? place.safeParse(index).data ?? null;
}

/** Why the system took a toast away; null: that was not told, as by all systems but Windows. */
export function closeReason(details: unknown): CloseReason | null {
  return closed.safeParse(details).data?.reason ?? null;
}

/** Electron from here on tells which button of a Windows toast's own XML was pressed (electron#51147). */
const tellsButtonsFrom = 45;

/** `version` as in `process.versions.electron`. */
export function tellsButtons(version: string): boolean {
  return Number.parseInt(version, 10) >= tellsButtonsFrom;
}
