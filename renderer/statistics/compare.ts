import { noteExportSchema, type ExportedNote, type JudgedCriterion, type NoteExport } from '../../contract/noteExport.ts';

/** Two inspectors' scorecards of one call. */
export interface ComparedCall {
  readonly agent: string;
  /** When the earlier listen began, milliseconds since 1970. */
  readonly started: number;
  readonly grades: readonly [number | null, number | null];
  readonly criteria: readonly ComparedCriterion[];
}

export interface ComparedCriterion {
  readonly id: string;
  readonly name: string;
  readonly most: number;
  readonly points: readonly [number | null, number | null];
  /** Whether they differ by more than a step: by more than a point, or yes and no. */
  readonly apart: boolean;
}

export interface Comparison {
  /** Agent IDs, as the files have them. */
  readonly inspectors: readonly [string, string];
  /** Newest first. */
  readonly calls: readonly ComparedCall[];
  /** Criteria that both judged, and those of them in which they differ by more than a step. */
  readonly judged: number;
  readonly apart: number;
}

/** Null: the text is no file of notes. */
export function readNoteExport(text: string): NoteExport | null {
  try {
    const parsed = noteExportSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Two computers' clocks may differ by this, in milliseconds. */
const clocksApart = 120_000;

/** The calls that both heard, of which both filled in the same form: same agent, and listens at one time. Pure. */
export function compareNotes(one: NoteExport, other: NoteExport): Comparison {
  const others = Map.groupBy(other.notes, ({ agent }) => agent);
  const taken = new Set<ExportedNote>();
  const calls = one.notes.flatMap((mine) => {
    const theirs = (others.get(mine.agent) ?? [])
      .filter((each) => !taken.has(each) && each.form === mine.form && overlap(mine, each))
      .toSorted((a, b) => apartBy(mine, a) - apartBy(mine, b))[0];
    if (theirs === undefined) return [];
    taken.add(theirs);
    return [compared(mine, theirs)];
  });
  const criteria = calls.flatMap((call) => call.criteria).filter(({ points }) => points.every((each) => each !== null));
  return {
    inspectors: [inspectorOf(one), inspectorOf(other)],
    calls: calls.toSorted((a, b) => b.started - a.started),
    judged: criteria.length,
    apart: criteria.filter(({ apart }) => apart).length,
  };
}

function overlap(one: ExportedNote, other: ExportedNote): boolean {
  const end = (note: ExportedNote): number => Date.parse(note.started) + (note.heardForMs ?? 0) + clocksApart;
  return Date.parse(one.started) <= end(other) && Date.parse(other.started) <= end(one);
}

function apartBy(one: ExportedNote, other: ExportedNote): number {
  return Math.abs(Date.parse(one.started) - Date.parse(other.started));
}

function compared(one: ExportedNote, other: ExportedNote): ComparedCall {
  const theirs = new Map(criteriaOf(other).map((each) => [each.id, each]));
  return {
    agent: one.agent,
    started: Math.min(Date.parse(one.started), Date.parse(other.started)),
    grades: [one.grade, other.grade],
    criteria: criteriaOf(one).flatMap((mine) => {
      const their = theirs.get(mine.id);
      // Under one title, the form may have been changed meanwhile.
      if (their?.most !== mine.most) return [];
      const points = [mine.points, their.points] as const;
      return [{ id: mine.id, name: mine.name, most: mine.most, points, apart: isApart(mine, points) }];
    }),
  };
}

function isApart({ kind, most }: JudgedCriterion, [one, other]: readonly [number | null, number | null]): boolean {
  if (one === null || other === null) return false;
  const isYesNo = kind === 'yesNo' || (kind === undefined && most === 1);
  return isYesNo ? one !== other : Math.abs(one - other) > 1;
}

function criteriaOf({ revisions }: ExportedNote): readonly JudgedCriterion[] {
  return revisions.at(-1)?.criteria ?? [];
}

/** Who wrote most of its notes last; empty: it has none. */
function inspectorOf({ notes }: NoteExport): string {
  const counts = Map.groupBy(notes, ({ revisions }) => revisions.at(-1)?.by ?? '');
  return [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? '';
}
