import { expectRetcode, expectTrue, retcodeOf } from '../expectations.ts';
import { row, type Row } from '../row.ts';

const without =
  (method: string, path: string, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send(method, path), ...codes);

const refused =
  (method: string, path: string, body?: string): Row['check'] =>
  async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send(method, path, body === undefined ? {} : { body })) !== '0', 'it is accepted');
  };

/** Section 4, as an inspector without a call meets it: no row calls anybody. */
export const voiceCalls: readonly Row[] = [
  row('4', 'D', 'answer without a call gets 200-002', without('PUT', 'voicecall/{id}/answer', '200-002')),
  row('4', 'D', 'release without a call gets 200-017', without('DELETE', 'voicecall/{id}/release', '200-017')),
  row('4', 'D', 'the older form of release gets the same', without('DELETE', 'voicecall/{id}', '200-017')),
  row('6', 'D', 'hold without a call gets 200-005 or 200-013', without('POST', 'voicecall/{id}/hold', '200-005', '200-013')),
  row('6', 'D', 'gethold without a call gets 200-006 or 200-015', without('POST', 'voicecall/{id}/gethold', '200-006', '200-015')),
  row('6', 'D', 'beginmute without a call gets 200-003', without('POST', 'voicecall/{id}/beginmute', '200-003')),
  row('6', 'D', 'endmute without a call gets 200-007', without('POST', 'voicecall/{id}/endmute', '200-007')),
  row(
    '6',
    'D',
    'dropcall of a call that is none gets 200-025 or 200-026',
    without('POST', 'voicecall/{id}/dropcall/1-1', '200-025', '200-026'),
  ),
  row(
    '6',
    'D',
    'disconnect without a call gets 200-023 or 200-024',
    without('POST', 'voicecall/{id}/disconnect/10086', '200-023', '200-024'),
  ),
  row('4', 'D', 'phonepickup is refused without phone linkage', refused('POST', 'voicecall/{id}/phonepickup')),
  row('4', 'D', 'phonehangup is refused without phone linkage', refused('POST', 'voicecall/{id}/phonehangup')),
  row('4', 'D', 'snatchpickup of a number outside the group is refused', refused('PUT', 'voicecall/{id}/snatchpickup?destWorkNo=999997')),
  row('6', 'D', 'callout to what is no number gets 200-001', async ({ gateway }) => {
    const answer = await gateway.send('PUT', 'voicecall/{id}/callout', { body: JSON.stringify({ called: 'abc' }) });
    expectRetcode(answer, '200-001');
  }),
  row('4', 'I', 'callinner without a number is refused', refused('PUT', 'voicecall/{id}/callinner', '{}')),
  row('6', 'D', 'callinfo without a call gets 400-001 or 400-003', without('GET', 'calldata/{id}/callinfo', '400-001', '400-003')),
];
