import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentStates } from '../../contract/agentState.ts';
import { sinceKinds, type RowsMessage, type RosterRow } from '../../contract/roster.ts';
import { applyRosterMessage, type Roster } from './rosterMap.ts';
import { unknownOfRow } from '../../test/support/rosterRow.ts';

const row: fc.Arbitrary<RosterRow> = fc.record({
  workNo: fc.integer({ min: 101, max: 130 }).map(String),
  name: fc.string({ maxLength: 20 }),
  group: fc.string({ maxLength: 10 }),
  state: fc.constantFrom(...agentStates),
  since: fc.integer({ min: 0, max: 1_000_000 }),
  sinceIs: fc.constantFrom(...sinceKinds),
  groupId: fc.option(fc.integer()),
  skills: fc.option(fc.array(fc.string())),
  signedInAt: fc.option(fc.integer()),
  voice: fc.option(fc.boolean()),
  phoneEnding: fc.option(fc.constantFrom('07', '42')),
  inspectedBy: fc.option(fc.constantFrom('291')),
});

const rows = fc.uniqueArray(row, { selector: (each) => each.workNo, maxLength: 30 });

type Change = { readonly put: RosterRow } | { readonly drop: string };

function changesBetween(before: readonly RosterRow[], after: readonly RosterRow[]): Change[] {
  const kept = new Set(after.map((each) => each.workNo));
  return [
    ...before.filter((each) => !kept.has(each.workNo)).map((each) => ({ drop: each.workNo })),
    ...after.map((each) => ({ put: each })),
  ];
}

function patch(revision: number, changes: readonly Change[]): RowsMessage {
  return {
    kind: 'patch',
    revision,
    changed: changes.flatMap((change) => ('put' in change ? [change.put] : [])),
    removed: changes.flatMap((change) => ('drop' in change ? [change.drop] : [])),
  };
}

const anybody = { workNo: '101', name: 'A', group: '', state: 'idle', since: 0 } as const;

describe('the roster', () => {
  it('is the same however its changes are split into patches', () => {
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.array(fc.integer({ min: 0, max: 4 })),
        fc.integer({ min: 0, max: 1000 }),
        (before, after, sizes, first) => {
          let held: Roster | null = applyRosterMessage(null, { kind: 'snapshot', revision: first, rows: before });
          const left = changesBetween(before, after);
          let revision = first;
          for (const size of [...sizes, left.length]) {
            revision += 1;
            held = applyRosterMessage(held, patch(revision, left.splice(0, size)));
          }
          const fresh = applyRosterMessage(null, { kind: 'snapshot', revision, rows: after });
          expect(held?.revision).toBe(revision);
          expect(held?.rows).toEqual(fresh?.rows);
        },
      ),
    );
  });

  it('keeps the object of a row that did not change', () => {
    const one: RosterRow = { workNo: '101', name: 'A', group: '', state: 'idle', since: 0, ...unknownOfRow };
    const two: RosterRow = { ...one, workNo: '102' };
    const held = applyRosterMessage(null, { kind: 'snapshot', revision: 1, rows: [one, two] });
    const next = applyRosterMessage(held, patch(2, [{ put: { ...two, state: 'busy' } }]));
    expect(next?.rows.get('101')).toBe(one);
    expect(next?.rows.get('102')?.state).toBe('busy');
  });

  it.each([
    ['before any snapshot', null, 1],
    ['after a missing revision', { revision: 4, rows: new Map<string, RosterRow>() }, 6],
    ['with a revision it has already', { revision: 4, rows: new Map<string, RosterRow>() }, 4],
  ])('does not take a patch %s, nor any of it', (_when, held, revision) => {
    expect(applyRosterMessage(held, patch(revision, [{ put: { ...unknownOfRow, ...anybody } }]))).toBeNull();
    expect(held?.rows.size ?? 0).toBe(0);
  });
});
