import { agentStates } from './agentState.ts';
import { sinceKinds, type RosterMessage, type RosterRow, type RowsMessage } from './roster.ts';

/**
 * Rows as they travel to a page: of each column one text, of a line a row; no name holds a line's end. As objects they would be five times as
 * many bytes, and take four times as long to hand over. Many travel in parts, so that neither side is held up by all of them at once.
 */
export interface PackedRows {
  readonly kind: 'packed';
  /** The message that it is, or a part of. */
  readonly of: RowsMessage['kind'];
  readonly revision: number;
  /** Which part it is, from 0 on, and whether it is the last one. */
  readonly part: number;
  readonly last: boolean;
  readonly removed: readonly string[];
  /** Empty: null; a whole column: of everybody. Groups, skills, states and kinds by their places in their lists. */
  readonly columns: Readonly<Record<keyof RosterRow, string>>;
  readonly groups: readonly string[];
  /** The skills that somebody has together. */
  readonly skills: readonly (readonly string[])[];
}

/** What the hosts send of the roster. */
export type RosterTransport = RosterMessage | PackedRows;

/** A part of a message of rows, unpacked, which has yet to be parsed as any message is. */
export interface UnpackedPart {
  readonly part: number;
  readonly last: boolean;
  readonly message: unknown;
}

/** Rows a part: a millisecond or two of either side. */
export const rowsAPart = 1_000;

/** So few are handed over as they are. */
const few = 20;

/** Readies a message for its way to the page: its parts in their order, each made when it is asked for. */
export function packed(message: RosterMessage, atOnce = rowsAPart): readonly (() => RosterTransport)[] {
  const rows = message.kind === 'details' ? [] : message.kind === 'snapshot' ? message.rows : message.changed;
  if (message.kind === 'details' || (message.kind === 'patch' && rows.length < few)) return [() => message];
  const { kind: of, revision } = message;
  const removed = message.kind === 'patch' ? message.removed : [];
  const parts = Math.max(1, Math.ceil(rows.length / atOnce));
  return Array.from({ length: parts }, (_, part) => () => {
    const columns = columnsOf(rows.slice(part * atOnce, (part + 1) * atOnce));
    return { kind: 'packed', of, revision, part, last: part === parts - 1, removed: part === 0 ? removed : [], ...columns };
  });
}

function columnsOf(rows: readonly RosterRow[]): Pick<PackedRows, 'columns' | 'groups' | 'skills'> {
  const groups = places<string>((group) => group);
  const skills = places<readonly string[]>((list) => [list.length, ...list].join('\n'));
  const column = (of: (row: RosterRow) => string | number | null): string => {
    const values = rows.map(of);
    return values.every((value) => value === null) ? '' : values.join('\n');
  };
  const columns = {
    workNo: column(({ workNo }) => workNo),
    name: column(({ name }) => name),
    group: column(({ group }) => groups.of(group)),
    groupId: column(({ groupId }) => groupId),
    skills: column((row) => (row.skills === null ? null : skills.of(row.skills))),
    state: column(({ state }) => agentStates.indexOf(state)),
    since: column(({ since }) => since),
    sinceIs: column(({ sinceIs }) => sinceKinds.indexOf(sinceIs)),
    signedInAt: column(({ signedInAt }) => signedInAt),
    voice: column(({ voice }) => (voice === null ? null : Number(voice))),
    phoneEnding: column(({ phoneEnding }) => phoneEnding),
    inspectedBy: column(({ inspectedBy }) => inspectedBy),
  };
  return { columns, groups: groups.all, skills: skills.all };
}

/** Gives each thing a place, the same to those that are alike. */
function places<Item>(keyOf: (item: Item) => string): { readonly all: Item[]; of(item: Item): number } {
  const all: Item[] = [];
  const known = new Map<string, number>();
  return {
    all,
    of: (item) => {
      const key = keyOf(item);
      const place = known.get(key);
      if (place !== undefined) return place;
      known.set(key, all.length);
      return all.push(item) - 1;
    },
  };
}

/** The part that was packed; null: it is none. */
export function unpacked(payload: unknown): UnpackedPart | null {
  if (!isPacked(payload)) return null;
  const { of, revision, part, last, removed, columns, groups, skills } = payload;
  // Every agent has a number.
  const workNo = columns.workNo === '' ? [] : columns.workNo.split('\n');
  const texts = (column: keyof RosterRow): readonly string[] =>
    columns[column] === '' ? workNo.map(() => '') : columns[column].split('\n');
  const [name, group, groupId] = [texts('name'), texts('group'), texts('groupId')];
  const [skillsOf, state, since, sinceIs] = [texts('skills'), texts('state'), texts('since'), texts('sinceIs')];
  const [signedInAt, voice, phoneEnding, inspectedBy] = [texts('signedInAt'), texts('voice'), texts('phoneEnding'), texts('inspectedBy')];
  const rows = workNo.map((number, at) => ({
    workNo: number,
    name: name[at],
    group: groups[placeOf(group[at])],
    groupId: numberOrNull(groupId[at]),
    skills: skillsOf[at] === '' ? null : skills[placeOf(skillsOf[at])],
    state: agentStates[placeOf(state[at])],
    since: numberOrNull(since[at]),
    sinceIs: sinceKinds[placeOf(sinceIs[at])],
    signedInAt: numberOrNull(signedInAt[at]),
    voice: yesOrNo(voice[at]),
    phoneEnding: textOrNull(phoneEnding[at]),
    inspectedBy: textOrNull(inspectedBy[at]),
  }));
  const message = of === 'snapshot' ? { kind: of, revision, rows } : { kind: of, revision, changed: rows, removed };
  return { part, last, message };
}

const columnNames = [
  'workNo',
  'name',
  'group',
  'groupId',
  'skills',
  'state',
  'since',
  'sinceIs',
  'signedInAt',
  'voice',
  'phoneEnding',
  'inspectedBy',
] as const satisfies readonly (keyof RosterRow)[];

/** Whether it can be unpacked; whether that makes rows, is told of these. */
function isPacked(payload: unknown): payload is PackedRows {
  if (typeof payload !== 'object' || payload === null) return false;
  const { kind, of, part, last, columns, groups, skills }: Partial<Record<keyof PackedRows, unknown>> = payload;
  if (kind !== 'packed' || (of !== 'snapshot' && of !== 'patch') || !Number.isSafeInteger(part) || typeof last !== 'boolean') return false;
  if (typeof columns !== 'object' || columns === null || !Array.isArray(groups) || !Array.isArray(skills)) return false;
  const texts: Partial<Record<string, unknown>> = { ...columns };
  return columnNames.every((name) => typeof texts[name] === 'string');
}

/** NaN, where nothing stands, for what is not a place. */
const placeOf = (text: string | undefined): number => (text === '' ? NaN : Number(text));

const yesOrNo = (text: string | undefined): boolean | null | undefined =>
  text === '' ? null : text === '1' ? true : text === '0' ? false : undefined;

const textOrNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text);

const numberOrNull = (text: string | undefined): number | null => (text === '' ? null : Number(text));
