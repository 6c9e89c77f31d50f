import { expectRetcode, expectTrue, listOf, resultOf, short } from '../expectations.ts';
import { NotTried, row, type Row, type Trial } from '../row.ts';

const path = (query: string): string => `agentgroup/{id}/${query}`;

type Item = Readonly<Record<string, unknown>>;

async function myselfWithoutSkills({ gateway }: Trial): Promise<Item> {
  const answer = await gateway.send('POST', path('agentinfonoskills'), { body: JSON.stringify({ agentlist: [gateway.agentId] }) });
  const item = listOf(answer).find(({ workno }) => String(workno) === gateway.agentId);
  expectTrue(item !== undefined, 'the inspector is not in the list');
  return item ?? {};
}

const answers =
  (query: string): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', path(query)), '0');

function rightRow(name: string): Row {
  return row('3.2', 'C', `${name} answers true or false, maybe as text`, async ({ gateway }) => {
    const result = (await gateway.send('GET', path(name))).json?.['result'];
    expectTrue(['true', 'false'].includes(String(result)), short(result));
  });
}

/** Section 3.2: agents by their groups and skills, and the rights. */
export const groups: readonly Row[] = [
  row('3.2', 'C', 'agentinfonoskills answers a list of the agents asked for', async (trial) => {
    await myselfWithoutSkills(trial);
  }),
  row('3.2', 'C', 'its items have no skilllist', async (trial) => {
    expectTrue((await myselfWithoutSkills(trial))['skilllist'] === undefined, 'they have');
  }),
  row('3.2', 'C', 'its status is of the CTI’s numbering: 1 when idle', async (trial) => {
    const { status } = await myselfWithoutSkills(trial);
    expectTrue(String(status) === '1', `status is ${short(status)}`);
  }),
  row('3.2', 'C', 'agentwasnameonvdn answers names by work number', async ({ gateway }) => {
    const names = resultOf(await gateway.send('GET', path('agentwasnameonvdn')));
    expectTrue(typeof names[gateway.agentId] === 'string', `the inspector’s is ${short(names[gateway.agentId])}`);
  }),
  row('3.2', 'C', 'grouponvdn answers id, name, monitorno and monitorname', async ({ gateway }) => {
    const items = listOf(await gateway.send('GET', path('grouponvdn')));
    if (items.length === 0) throw new NotTried('there is no group');
    const wrong = items.find((item) => ['id', 'name', 'monitorno', 'monitorname'].some((field) => !(field in item)));
    expectTrue(wrong === undefined, short(wrong));
  }),
  row('3.2', 'C', 'agentongroup answers', answers('agentongroup')),
  row('3.2', 'C', 'agentongroupex answers for the own group', async ({ gateway }) => {
    const { groupid } = resultOf(await gateway.send('GET', path('agentbyworkno/{id}')));
    expectRetcode(await gateway.send('GET', path(`agentongroupex?groupid=${String(groupid)}`)), '0');
  }),
  row('6', 'D', 'agentongroupex of a group that does not exist gets 300-004', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', path('agentongroupex?groupid=999997')), '300-004'),
  ),
  row('3.2', 'C', 'groupbyagent answers', answers('groupbyagent/{id}')),
  row('6', 'D', 'groupbyagent of an agent who does not exist gets 300-003', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', path('groupbyagent/999997')), '300-003'),
  ),
  row('0', 'D', 'agentvdnskill answers the VDN’s skill queues (cec_07_0409)', async ({ gateway }) => {
    const items = listOf(await gateway.send('GET', 'queuedevice/{id}/agentvdnskill'));
    const wrong = items.find((item) => !('id' in item && 'name' in item && 'mediatype' in item));
    expectTrue(wrong === undefined, short(wrong));
  }),
  row('3.2', 'C', 'restreason answers', answers('restreason')),
  ...['ismonitor', 'isspymonitor', 'issystem', 'isreportmanager', 'ispickup'].map(rightRow),
];
