import { expect, test } from 'vitest';
import { defaultForm } from './defaultForm.ts';
import { exported } from './exported.ts';
import { beginListen, runOn, started, typed } from '../../test/support/notesBench.ts';

async function exportOf(format: 'csv' | 'json', agent: string, text: string): Promise<string> {
  const { desk } = runOn();
  const listen = beginListen(desk, started, agent);
  await desk.save(typed(text, { id: listen, scores: { opening: 4, rules: true } }));
  desk.heard(listen, 61_500, started + 90_000);
  const book = await desk.book();
  return exported(book.all(''), (entry) => book.formOf(entry), format, 'en');
}

test('a table of notes has a column for each criterion, and the grade', async () => {
  const [head, row] = (await exportOf('csv', '20001', 'Fine')).replace('\uFEFF', '').split('\r\n');
  expect(head).toContain('Grade (%),Note,Changed (UTC),Revisions,Opening,Understood the request');
  expect(row).toContain('2026-11-03T09:00:00.000Z,20001,291,gw:8043,61.5,90,Fine');
  expect(row).toMatch(/,4,,,,,5$/);
});

test.each([
  ['a number with zeros in front', '007', 'Fine', "'007"],
  ['a formula', '20001', '=1+1', "'=1+1"],
  ['a formula in wide letters', '20001', '＝1+1', "'＝1+1"],
  ['a command', '20001', '@SUM(A1)', "'@SUM(A1)"],
])('a spreadsheet keeps %s as text', async (_what, agent, text, cell) => {
  const [, row] = (await exportOf('csv', agent, text)).split('\r\n');
  expect(row?.split(',')).toContain(cell);
});

test('lines and quotation marks in a note stay in its cell', async () => {
  expect(await exportOf('csv', '20001', 'One\n"two", three')).toContain('"One\n""two"", three"');
});

test('as JSON a note has its history and every criterion', async () => {
  expect(JSON.parse(await exportOf('json', '007', 'Fine'))).toMatchObject({
    earshotNotes: 1,
    notes: [
      {
        agent: '007',
        heardForMs: 61_500,
        grade: 90,
        form: 'Call quality',
        revisions: [{ by: '291', text: 'Fine', criteria: defaultForm.criteria.map(({ id }) => ({ id })) }],
      },
    ],
  });
});
