import { agentStates } from '../../contract/agentState.ts';
import { sinceKinds, type RosterMessage, type RosterRow } from '../../contract/roster.ts';

const states: ReadonlySet<unknown> = new Set(agentStates);
const sinces: ReadonlySet<unknown> = new Set(sinceKinds);
const phoneEnding = /^\d{2}$/;
const FIELDS = 12;
const MOST_SKILLS = 100;

/**
 * Whether a message of rows surely fits `rosterMessageSchema`. The schema takes most of a tenth of a second over ten thousand
 * agents, and rebuilds every one of them; this takes a few milliseconds and leaves them as they are. What it does not know it
 * does not let pass: the schema decides about that.
 */
export function isPlainRowsMessage(value: unknown): value is Exclude<RosterMessage, { kind: 'details' }> {
  if (!isObject(value) || !Number.isSafeInteger(value['revision'])) return false;
  switch (value['kind']) {
    case 'snapshot':
      return fieldCount(value) === 3 && isListOf(value['rows'], isPlainRow);
    case 'patch':
      return fieldCount(value) === 4 && isListOf(value['changed'], isPlainRow) && isListOf(value['removed'], isRemoved);
    default:
      return false;
  }
}

function isPlainRow(value: unknown): value is RosterRow {
  if (!isObject(value)) return false;
  const { workNo, name, group, groupId, skills, state, since, sinceIs, signedInAt, voice, inspectedBy } = value;
  const ending = value['phoneEnding'];
  return (
    isText(workNo, 32) &&
    workNo !== '' &&
    isText(name, 200) &&
    isText(group, 200) &&
    (groupId === null || Number.isSafeInteger(groupId)) &&
    (skills === null || (Array.isArray(skills) && skills.length <= MOST_SKILLS && skills.every(isSkill))) &&
    states.has(state) &&
    Number.isFinite(since) &&
    sinces.has(sinceIs) &&
    (signedInAt === null || Number.isFinite(signedInAt)) &&
    (voice === null || typeof voice === 'boolean') &&
    (ending === null || (typeof ending === 'string' && phoneEnding.test(ending))) &&
    (inspectedBy === null || isText(inspectedBy, 32)) &&
    fieldCount(value) === FIELDS
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isSkill(value: unknown): value is string {
  return isText(value, 100);
}

function isRemoved(value: unknown): value is string {
  return isText(value, 32);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function fieldCount(value: object): number {
  return Object.keys(value).length;
}
