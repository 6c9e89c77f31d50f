import { agentStates } from './agentState.ts';
import { sinceKinds, type RosterMessage, type RosterRow } from './roster.ts';

/**
 * A snapshot as it travels to a page: of each column one text, of a line a row; no name holds a line's end. Sixty thousand rows as objects
 * would be five times as many bytes, and take a third of a second to hand over.
 */
export interface PackedSnapshot {
  readonly kind: 'packed';
  readonly revision: number;
  /** Empty: null; a whole column: of everybody. Groups, skills, states and kinds by their places in their lists. */
  readonly columns: Readonly<Record<keyof RosterRow, string>>;
  readonly groups: readonly string[];
  /** The skills that somebody has together. */
  readonly skills: readonly (readonly string[])[];
}

/** What the hosts send of the roster. */
export type RosterTransport = Exclude<RosterMessage, { kind: 'snapshot' }> | PackedSnapshot;

/** Readies a message for its way to the page. */
export function packed(message: RosterMessage): RosterTransport {
  if (message.kind !== 'snapshot') return message;
  const { rows, revision } = message;
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
  return { kind: 'packed', revision, columns, groups: groups.all, skills: skills.all };
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

/** The snapshot that was packed, which has yet to be parsed as any message is; what is no packed one is given back as it is. */
export function unpacked(payload: unknown): unknown {
  if (!isPacked(payload)) return payload;
  const { revision, columns, groups, skills } = payload;
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
  return { kind: 'snapshot', revision, rows };
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
function isPacked(payload: unknown): payload is PackedSnapshot {
  if (typeof payload !== 'object' || payload === null) return false;
  const { kind, columns, groups, skills }: Partial<Record<keyof PackedSnapshot, unknown>> = payload;
  if (kind !== 'packed' || typeof columns !== 'object' || columns === null || !Array.isArray(groups) || !Array.isArray(skills))
    return false;
  const texts: Partial<Record<string, unknown>> = { ...columns };
  return columnNames.every((name) => typeof texts[name] === 'string');
}

/** NaN, where nothing stands, for what is not a place. */
const placeOf = (text: string | undefined): number => (text === '' ? NaN : Number(text));

const yesOrNo = (text: string | undefined): boolean | null | undefined =>
  text === '' ? null : text === '1' ? true : text === '0' ? false : undefined;

const textOrNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text);

const numberOrNull = (text: string | undefined): number | null => (text === '' ? null : Number(text));
