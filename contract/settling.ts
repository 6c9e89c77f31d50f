/**
 * How long a press does nothing after what it is on came to mean something else, milliseconds. It may be the second click of a double
 * click, or meant for what stood there before: people need about a second to see a change and stop their hand. Firefox has a
 * question that appears wait for a second (`security.dialog_enable_delay`).
 */
export const settlesAfter = 1_500;

/** What a press at one place does, and since when, in milliseconds of a clock that never runs backwards. */
export interface Place {
  readonly means: string;
  readonly since: number;
}

/** The places once they mean this. One that means what it did keeps its time; `before` null: they were never in sight before. */
export function placesAfter(before: readonly Place[] | null, meanings: readonly string[], now: number): readonly Place[] {
  return meanings.map((means, nth) => {
    const place = before?.[nth];
    return place?.means === means ? place : { means, since: before === null ? Number.NEGATIVE_INFINITY : now };
  });
}

/** Whether a press counts: it is on what the place means now, and the place has meant it long enough. */
export function pressCounts(place: Place | undefined, means: string, now: number): boolean {
  return place?.means === means && now - place.since >= settlesAfter;
}
