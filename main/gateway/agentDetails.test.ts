import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rosterRowSchema } from '../../contract/roster.ts';
import { readAgentFacts } from './agentDetails.ts';
import { createRosterTable } from '../roster/table.ts';
import { listOf } from '../../test/support/lists.ts';

/** As in the document (protocol.md 3.2). */
const documented = {
  workno: '20011',
  name: '20011',
  status: '4',
  ctiStatus: '1',
  groupid: 1,
  groupname: 'jst',
  skilllist: [
    { name: 'clicktodial_jst', id: 10, mediatype: 2 },
    { name: 'voice', id: 6, mediatype: 5 },
  ],
  mediatype: 'TTT',
  vdnid: 6,
  phonenumber: '70942',
  currentstatetime: 1210,
  logindate: 1501125758000,
  callids: [],
  inMultimediaConf: 0,
  currentStateReason: 0,
};

describe('the details of one agent', () => {
  test('are read from the documented sample, of the phone number only its end', () => {
    expect(readAgentFacts(documented, 'ccGateway')).toEqual({
      workNo: '20011',
      state: 'idle',
      inStateFor: 1_210_000,
      skills: ['clicktodial_jst', 'voice'],
      group: 'jst',
      groupId: 1,
      signedInAt: 1501125758000,
      voice: true,
      phoneEnding: '42',
    });
  });

  test('are the same in the other spelling, with numbers as text', () => {
    const { groupname, logindate, currentstatetime, phonenumber, skilllist, ...rest } = documented;
    const other = {
      ...rest,
      workno: 20011,
      groupName: groupname,
      loginDate: String(logindate),
      currentStateTime: String(currentstatetime),
      phoneNumber: Number(phonenumber),
      skillList: skilllist,
    };
    expect(readAgentFacts(other, 'ccGateway')).toEqual(readAgentFacts(documented, 'ccGateway'));
  });

  test('of which nothing but the number is given say nothing', () => {
    expect(readAgentFacts({ workno: '101' }, 'ccGateway')).toEqual({
      workNo: '101',
      state: 'unknown',
      inStateFor: null,
      skills: null,
      group: '',
      groupId: null,
      signedInAt: null,
      voice: null,
      phoneEnding: null,
    });
  });

  test('without skills, a status is of the CTI’s numbering', () => {
    expect(readAgentFacts({ workno: '101', status: 5 }, 'cti')?.state).toBe('talking');
    expect(readAgentFacts({ workno: '101', status: 5 }, 'ccGateway')?.state).toBe('wrapUp');
  });

  test.each(['110', '7094', 'sip:agent', '+49 30 12', ''])('a phone number as short as "%s" shows nothing of itself', (phonenumber) => {
    expect(readAgentFacts({ ...documented, phonenumber }, 'ccGateway')?.phoneEnding).toBeNull();
  });

  test('a sign-in at nought is none, and a negative time neither', () => {
    expect(readAgentFacts({ ...documented, logindate: 0, currentstatetime: -1 }, 'ccGateway')).toMatchObject({
      signedInAt: null,
      inStateFor: null,
    });
  });

  test.each([null, 7, 'x', [], {}, { workno: '../x' }])('%j is nobody', (item) => {
    expect(readAgentFacts(item, 'ccGateway')).toBeNull();
  });

  test('whatever the details are, the row they go into fits the contract', async () => {
    const field = fc.oneof(fc.jsonValue(), fc.nat(), fc.string());
    const item = fc.record({
      workno: fc.constant('20011'),
      status: field,
      ctiStatus: field,
      skilllist: fc.oneof(field, fc.array(fc.record({ name: field }))),
      groupname: field,
      groupid: field,
      logindate: field,
      mediatype: field,
      phonenumber: field,
      currentstatetime: field,
    });
    await fc.assert(
      fc.asyncProperty(item, async (one) => {
        const table = createRosterTable(() => null);
        await table.applyList({ list: await listOf(table.reader(), [{ workno: '20011', status: '4' }]), at: 1, continuous: false });
        const facts = readAgentFacts(one, 'ccGateway');
        if (facts !== null) table.applyDetails([{ since: 1, facts }], 2, 2);
        rosterRowSchema.parse(table.rows()?.get('20011'));
      }),
    );
  });
});
