import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RosterRow } from '../../contract/roster.ts';
import type { StandingTarget } from '../../contract/standing.ts';
import { inPrecedence } from './standingOrder.ts';

function row(workNo: string, group: string, change: Partial<RosterRow> = {}): RosterRow {
  return {
    workNo,
    name: `Agent ${workNo}`,
    group,
    groupId: null,
    skills: null,
    state: 'idle',
    since: 0,
    sinceIs: 'seen',
    signedInAt: null,
    voice: true,
    phoneEnding: null,
    inspectedBy: null,
    ...change,
  };
}

const rowsOf = (...rows: RosterRow[]): ReadonlyMap<string, RosterRow> => new Map(rows.map((each) => [each.workNo, each]));
const agent = (workNo: string): StandingTarget => ({ kind: 'agent', agent: { workNo, name: '' } });
const group = (name: string): StandingTarget => ({ kind: 'group', group: name });
const order = (targets: StandingTarget[], rows: ReadonlyMap<string, RosterRow>, refused: string[] = []): string[] =>
  inPrecedence(targets, rows, new Set(refused)).map(({ workNo }) => workNo);

describe('whose call is chosen first', () => {
  const rows = rowsOf(row('20009', 'Sales'), row('3001', 'Sales'), row('20001', 'Care'), row('20002', 'Care'), row('20003', 'Sales'));

  test('agents before groups, each as the list has them; in a group the lowest number', () => {
    expect(order([group('Sales'), agent('20002'), group('Care'), agent('20009')], rows)).toEqual([
      '20002',
      '20009',
      '3001',
      '20003',
      '20001',
    ]);
  });

  test('who is named and in a group, or in the list twice, comes once', () => {
    expect(order([agent('20003'), group('Sales'), agent('20003'), group('Sales')], rows)).toEqual(['20003', '3001', '20009']);
  });

  test('who is signed out, gone, without voice or was refused is not there', () => {
    const some = rowsOf(
      row('1', 'Sales', { state: 'signedOut' }),
      row('2', 'Sales', { voice: false }),
      row('3', 'Sales'),
      row('4', 'Sales'),
    );
    expect(order([agent('1'), agent('9'), group('Sales')], some, ['4'])).toEqual(['3']);
  });

  test('a call is one that can be heard, in its phase; one that was there when nobody looked is told apart', () => {
    const some = rowsOf(
      row('1', '', { state: 'talking' }),
      row('2', '', { state: 'occupied', sinceIs: 'atLeast' }),
      row('3', '', { state: 'answering' }),
    );
    expect(inPrecedence([agent('1'), agent('2'), agent('3')], some, new Set()).map(({ phase, unseen }) => [phase, unseen])).toEqual([
      ['talking', false],
      ['occupied', true],
      [null, false],
    ]);
  });

  test('does not depend on the order in which the gateway lists its agents', () => {
    const list = [...rows.values()];
    const targets = [group('Care'), agent('20009'), group('Sales')];
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(order(targets, rowsOf(...shuffled))).toEqual(order(targets, rows));
      }),
    );
  });
});
