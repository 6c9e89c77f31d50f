import { expectRetcode, listOf } from '../expectations.ts';
import { row, writingRow, type Row } from '../row.ts';

const nobody = '999997';
const path = (rest: string): string => `qualitycontrol/{id}/${rest}`;
const impossible = ['900-001', '900-002', '900-003'];

const refusedAs =
  (rest: string, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send('POST', path(rest)), ...codes);

/** Section 3: what an inspector can make agents do, tried on nobody; only with --write, should that nobody exist after all. */
export const forcing: readonly Row[] = [
  row('3', 'D', 'forcing without a session gets 100-006 (or 000-003)', async ({ gateway }) =>
    expectRetcode(await gateway.send('POST', path(`forcebusy/${nobody}`), { guid: 'wrong' }), '100-006', '000-003'),
  ),
  writingRow('3', 'D', 'forcebusy of nobody gets 900-001 to -003', refusedAs(`forcebusy/${nobody}`, ...impossible)),
  writingRow('3', 'D', 'forceidle of nobody gets 900-001 to -003', refusedAs(`forceidle/${nobody}`, ...impossible)),
  writingRow('3', 'I', 'forcerest of nobody gets 900-001 to -003', refusedAs(`forcerest/${nobody}/60/1`, ...impossible)),
  writingRow('3', 'D', 'forcerest for no seconds is refused', refusedAs(`forcerest/${nobody}/0/1`, '000-002', '000-006', ...impossible)),
  writingRow('3', 'D', 'forcerest for the reason 0 is refused', refusedAs(`forcerest/${nobody}/60/0`, '000-002', '000-006', ...impossible)),
  writingRow(
    '3',
    'D',
    'forcerest for more than 86399 seconds is refused',
    refusedAs(`forcerest/${nobody}/86400/1`, '000-002', '000-006', ...impossible),
  ),
  writingRow(
    '3',
    'D',
    'forcerest for a reason above 255 is refused',
    refusedAs(`forcerest/${nobody}/60/256`, '000-002', '000-006', ...impossible),
  ),
  writingRow('3', 'I', 'forcelogout of nobody gets 900-001 to -003', refusedAs(`forcelogout/${nobody}`, ...impossible)),
  writingRow('3', 'I', 'forcedropcall of no call gets 900-001 to -003', refusedAs('forcedropcall/1-1', ...impossible)),
  writingRow('3', 'D', 'adjustskill of nobody gets 100-001 or 900-001 to -003', async ({ gateway }) => {
    const body = JSON.stringify({ workNo: nobody, skills: [10, 25] });
    expectRetcode(await gateway.send('POST', path('adjustskill'), { body }), '100-001', ...impossible);
  }),
  row('3', 'D', 'adjustskill without a work number gets 100-001', async ({ gateway }) =>
    expectRetcode(await gateway.send('POST', path('adjustskill'), { body: JSON.stringify({ skills: [10] }) }), '100-001'),
  ),
  row('3', 'C', 'allagent answers a list', async ({ gateway }) => {
    listOf(await gateway.send('GET', path('allagent')));
  }),
];
