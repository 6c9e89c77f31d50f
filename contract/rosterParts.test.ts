import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { people } from '../test/renderer/faces/people.ts';
import { packed, type RosterTransport } from './packedRows.ts';
import { rosterMessageSchema, type RowsMessage } from './roster.ts';
import { createRosterJoiner } from './rosterParts.ts';

const joiner = () => createRosterJoiner((message) => rosterMessageSchema.safeParse(message).data ?? null);
const partsOf = (message: RowsMessage, atOnce: number): RosterTransport[] => packed(message, atOnce).map((part) => part());
const snapshot = (agents: number, revision = 1): RowsMessage => ({ kind: 'snapshot', revision, rows: people(agents, 1_000) });
const patch = (agents: number, revision = 2): RowsMessage => ({
  kind: 'patch',
  revision,
  changed: people(agents, 1_000),
  removed: ['59998', '59999'],
});

describe('a message that came in parts', () => {
  test('is whole with its last part, whatever its size and theirs', () => {
    const anyMessage = fc.nat(60).chain((agents) => fc.constantFrom(snapshot(agents), patch(agents)));
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: 1, max: 40 }), (message, atOnce) => {
        const join = joiner();
        const heard = partsOf(message, atOnce).map(join);
        expect(heard.pop()).toEqual(message);
        expect(heard.filter((one) => one !== 'partly')).toEqual([]);
      }),
    );
  });

  test('and is followed by others leaves nothing behind', () => {
    const join = joiner();
    const heard = [...partsOf(snapshot(50), 20), ...partsOf(patch(30), 20), ...partsOf(snapshot(25), 20)].map(join);
    expect(heard.filter((one) => one !== 'partly')).toEqual([snapshot(50), patch(30), snapshot(25)]);
  });

  test('given up for another one is not mixed with it', () => {
    const join = joiner();
    partsOf(snapshot(60), 20).slice(0, 2).forEach(join);
    expect(partsOf(snapshot(30, 2), 20).map(join)).toEqual(['partly', snapshot(30, 2)]);
  });

  test.each([
    ['a part is missing', (parts: RosterTransport[]): unknown[] => [parts[0], parts[2]]],
    ['its beginning is missing', (parts: RosterTransport[]): unknown[] => [parts[1]]],
    ['a part is of another message', (parts: RosterTransport[]): unknown[] => [parts[0], partsOf(snapshot(60, 2), 20)[1]]],
    ['a part is of another kind', (parts: RosterTransport[]): unknown[] => [parts[0], partsOf(patch(60, 1), 20)[1]]],
    ['a part cannot be read', (parts: RosterTransport[]): unknown[] => [parts[0], { ...parts[1], groups: [7] }]],
  ])('is none when %s, and the next one is read', (_why, broken) => {
    const join = joiner();
    expect(
      broken(partsOf(snapshot(60), 20))
        .map(join)
        .at(-1),
    ).toBeNull();
    expect(join(partsOf(snapshot(60), 20)[2])).toBeNull();
    expect(partsOf(snapshot(60), 20).map(join).at(-1)).toEqual(snapshot(60));
  });
});
