import { describe, expect, test } from 'vitest';
import { beginning, linkEntry } from './chain.ts';
import { checkTrail } from './check.ts';
import { csvOf, listenRows } from './csv.ts';
import type { AuditEntry } from './entry.ts';
import { began, firstDay, stopped, trailOf } from '../../test/support/trails.ts';

const { entries } = checkTrail(trailOf(3).files);
const day = 24 * 60 * 60 * 1_000;

/** The table of one listen by an inspector of this name. */
function cellOf(inspector: string): string {
  const { entry } = linkEntry(beginning, { ...began, inspector }, firstDay);
  const [, row = ''] = csvOf(listenRows([entry], 0, Infinity)).split(/\r\n(?=1,)/);
  return row.replace(/^1,2026-10-30T00:00:00.000Z,/, '').replace(/,gw\.example:8043,20001,asked,,,,,listen,\r\n$/, '');
}

describe('the table of listens', () => {
  test('has a row for each, with its beginning, its end and how long it was heard', () => {
    expect(
      csvOf(listenRows(entries, 0, Infinity))
        .split('\r\n')
        .slice(0, 2),
    ).toEqual([
      '\uFEFFEntry,Started (UTC),Inspector,Gateway,Agent,Begun,Outcome,Code,Heard (s),Ended (UTC),Mode,Changes',
      '1,2026-10-30T00:00:00.000Z,291,gw.example:8043,20001,asked,stopped,stopped,4.2,2026-10-30T12:00:00.000Z,listen,',
    ]);
  });

  test('holds those that began within the range', () => {
    const startedOn = listenRows(entries, firstDay + day, firstDay + 2 * day).map(({ started }) => started.seq);
    expect(startedOn).toEqual([3]);
  });

  test('says of a corrected end what it turned out to be', () => {
    const correction: AuditEntry = linkEntry(
      { seq: 6, hash: 'a'.repeat(64), listen: 5 },
      { ...stopped, kind: 'listenCorrected', outcome: 'hungUp', code: 'hungUp' },
      firstDay,
    ).entry;
    expect(listenRows([...entries, correction], 0, Infinity).map(({ ended }) => ended?.outcome)).toEqual(['stopped', 'stopped', 'hungUp']);
  });

  test('has what it began in, and each change as it was asked for and answered; one that was never answered is not known', () => {
    const who = { inspector: '291', agent: '20001' };
    const bodies = [
      { ...began, mode: 'whisper' },
      { kind: 'modeAsked', ...who, mode: 'insert' },
      { kind: 'modeAnswered', ...who, mode: 'insert', outcome: 'confirmed', code: 'confirmed' },
      { kind: 'modeAsked', ...who, mode: 'listen' },
      { kind: 'modeAnswered', ...who, mode: 'listen', outcome: 'refused', code: '900-003' },
      { kind: 'modeAsked', ...who, mode: 'listen' },
    ] as const;
    let end = beginning;
    const written = bodies.map((body) => {
      const linked = linkEntry(end, body, firstDay);
      ({ end } = linked);
      return linked.entry;
    });
    const [, row = ''] = csvOf(listenRows(written, 0, Infinity)).split('\r\n');
    const at = '2026-10-30T00:00:00.000Z';
    expect(row).toContain(`,whisper,${at} insert confirmed; ${at} listen refused (900-003); ${at} listen unknown`);
  });

  test('leaves open what goes on', () => {
    expect(listenRows(entries.slice(0, 5), 0, Infinity).at(-1)?.ended).toBeNull();
  });
});

describe('a cell', () => {
  test.each([
    '007',
    '1e5',
    '1E5',
    '123456789012345678',
    '1234567890123456',
    '1.50',
    '1,000',
    '50%',
    '1-2',
    '3/4',
    '2026-01-02',
    '12:30',
    '5 pm',
    'MAR1',
    '2-Oct',
    'TRUE',
    '0０7',
    ' 7',
    '3月4日',
  ])('with a work number that a spreadsheet would change (%j) is text', (text) => {
    expect(cellOf(text).replace(/^"|"$/g, '')).toBe(`'${text}`);
  });

  test.each(['0', '7', '291', '20001', '123456789012345', '100-006', 'A007', 'marie', 'decker', 'may', 'MAR', 'agent-1', ''])(
    'with a work number that a spreadsheet leaves as it is (%j) stays as it is',
    (text) => {
      expect(cellOf(text)).toBe(text);
    },
  );

  test('of the agent and of the code is kept in the same way', () => {
    const { entry } = linkEntry(beginning, { ...began, agent: '007' }, firstDay);
    const ending = linkEntry({ seq: 2, hash: 'a'.repeat(64), listen: entry.seq }, { ...stopped, code: '0012' }, firstDay);
    const [, row] = csvOf(listenRows([entry, ending.entry], 0, Infinity)).split('\r\n');
    expect(row).toContain(",'007,");
    expect(row).toContain(",'0012,");
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＠x'])('that a spreadsheet would take for a formula (%j) is text', (text) => {
    expect(cellOf(text).replace(/^"|"$/g, '')).toBe(`'${text}`);
  });

  test.each([
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['李伟', '李伟'],
  ])('%j stands as %j (RFC 4180)', (text, cell) => {
    expect(cellOf(text)).toBe(cell);
  });
});
