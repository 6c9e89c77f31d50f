import { setImmediate as othersTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { RosterRow } from '../../contract/roster.ts';
import { isWorkNo } from '../../contract/workNo.ts';
import type { AuditFiles } from '../audit/files.ts';
import { jsonAs } from '../textFormats/json.ts';
import { monthFiles } from '../textFormats/monthFiles.ts';

const months = monthFiles('seen');

/** An agent who was seen signed in. */
export interface SeenAgent {
  readonly workNo: string;
  /** As this run saw it; empty: it did not. Names are not kept on the disk. */
  readonly name: string;
  /** As it was last. */
  readonly group: string;
  /** Local days, such as `2026-11-29`. */
  readonly first: string;
  readonly last: string;
}

/** Whom the roster showed signed in, and on which days. */
export interface Seen {
  /** Reads what earlier runs saw. May reject. */
  load(): Promise<void>;
  /** Merges a poll of the roster; true when an agent came who was not seen on this day, or changed the group. */
  look(rows: Iterable<RosterRow>, day: string): boolean;
  /** By work number. */
  all(): ReadonlyMap<string, SeenAgent>;
  /** Empty: not known. */
  groupOf(workNo: string): string;
  /** The first day of which anything is known; null: nothing is. */
  since(): string | null;
  /** Grows with each change. */
  revision(): number;
  /** What was seen since is on the disk when it settles. May reject; what could not be written is tried again. */
  write(date: number): Promise<void>;
  /** Removes the files of which all is older than what the worklist asks for, at a date that is confirmed. */
  removeExpired(date: number): Promise<void>;
}

/** Days: a month's plan, and those who have left since the month before. */
const keptFor = 62;

/** Lines of this kind alone are read: others are a newer Earshot's, or damaged, and stay. */
const lineSchema = z.strictObject({
  v: z.literal(1),
  day: z.iso.date(),
  /** Names of groups, each with the agents in it. */
  groups: z.array(z.tuple([z.string().max(200), z.array(z.string()).refine((workNos) => workNos.every(isWorkNo))])).max(10_000),
});

type Line = z.infer<typeof lineSchema>;

export function createSeen(files: AuditFiles): Seen {
  const agents = new Map<string, SeenAgent>();
  let since: string | null = null;
  let revision = 0;
  let newest: string | null = null;
  /** Not on the disk yet: by day and group. */
  let unwritten: { readonly day: string; readonly workNo: string; readonly group: string }[] = [];

  /** Whether it is news. */
  function note(workNo: string, name: string, group: string, day: string): boolean {
    const known = agents.get(workNo);
    if (known?.last === day && known.group === group && (name === '' || known.name === name)) return false;
    if (since === null || day < since) since = day;
    const first = known === undefined || day < known.first ? day : known.first;
    const isLatest = known === undefined || day >= known.last;
    const next = {
      workNo,
      name: name === '' ? (known?.name ?? '') : name,
      group: isLatest ? group : known.group,
      first,
      last: isLatest ? day : known.last,
    };
    if (
      known !== undefined &&
      known.name === next.name &&
      known.group === next.group &&
      known.first === first &&
      known.last === next.last
    ) {
      return false;
    }
    agents.set(workNo, next);
    revision += 1;
    return known === undefined || known.group !== next.group || known.first !== first || known.last !== next.last;
  }

  return {
    load: async () => {
      for (const name of months.inOrder(await files.list())) {
        newest = name;
        const text = new TextDecoder().decode(await files.read(name));
        for (const { day, groups } of text.split('\n').flatMap((line) => jsonAs(lineSchema, line) ?? [])) {
          for (const [group, workNos] of groups) for (const workNo of workNos) note(workNo, '', group, day);
          await othersTurn();
        }
      }
    },
    look: (rows, day) => {
      const before = revision;
      for (const { workNo, name, group, state } of rows) {
        if (state === 'signedOut' || !note(workNo, name, group, day)) continue;
        unwritten.push({ day, workNo, group });
      }
      return revision !== before;
    },
    all: () => agents,
    groupOf: (workNo) => agents.get(workNo)?.group ?? '',
    since: () => since,
    revision: () => revision,
    write: async (date) => {
      if (unwritten.length === 0) return;
      const writing = unwritten;
      unwritten = [];
      newest = months.fileFor(date, newest);
      try {
        // Where the last line has no end, this one begins again.
        await files.append(newest, `\n${linesOf(writing).join('\n')}\n`);
      } catch (error) {
        unwritten = [...writing, ...unwritten];
        throw error;
      }
    },
    removeExpired: async (date) => {
      for (const name of months.inOrder(await files.list())) if (months.isExpired(name, keptFor, date)) await files.remove(name);
    },
  };
}

function linesOf(seen: readonly { readonly day: string; readonly workNo: string; readonly group: string }[]): readonly string[] {
  const days = Map.groupBy(seen, ({ day }) => day);
  return [...days].map(([day, ofDay]) => {
    const groups = [...Map.groupBy(ofDay, ({ group }) => group)].map(([group, members]): [string, string[]] => [
      group,
      members.map(({ workNo }) => workNo),
    ]);
    return JSON.stringify({ v: 1, day, groups } satisfies Line);
  });
}
