import { expectRetcode, expectTrue, listOf, resultOf, retcodeOf, short } from '../expectations.ts';
import { NotTried, row, type Row, type Trial } from '../row.ts';

type Item = Readonly<Record<string, unknown>>;

const ccGatewayStates = new Set(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
const ctiStates = new Set(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);

/** Each item of a list has this field, and it fits. */
function each(list: string, field: string, fits: (value: unknown) => boolean): Row['check'] {
  return async ({ gateway }) => {
    const items = listOf(await gateway.send('GET', `agentgroup/{id}/${list}`));
    if (items.length === 0) throw new NotTried('the list is empty');
    const wrong = items.find((item) => !fits(item[field]));
    expectTrue(wrong === undefined, `${field} is ${short(wrong?.[field])} at ${short(wrong)}`);
  };
}

const isNumber = (value: unknown): boolean => /^\d+$/.test(String(value));
const isText = (value: unknown): boolean => typeof value === 'string';
const isIn = (states: ReadonlySet<string>) => (value: unknown) => states.has(String(value));

/** Numbers of the two tables that belong together. */
function statesAgree(item: Item): boolean {
  const cti = Number(item['ctiStatus']);
  switch (Number(item['status'])) {
    case 2:
      return cti === 0;
    case 3:
      return cti === 7;
    case 4:
      return cti === 1;
    case 5:
      return cti === 6;
    case 7:
      return cti >= 2 && cti <= 5;
    case 8:
      return cti === 8;
    default:
      return true;
  }
}

async function myself({ gateway }: Trial): Promise<Item> {
  const items = listOf(await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn'));
  const item = items.find((candidate) => String(candidate['workno']) === gateway.agentId);
  if (item === undefined) throw new NotTried('the inspector is not in the list');
  return item;
}

const detail = async ({ gateway }: Trial): Promise<Item> => resultOf(await gateway.send('GET', 'agentgroup/{id}/agentbyworkno/{id}'));

const sampleFields = [
  ...['workno', 'name', 'status', 'ctiStatus', 'groupid', 'groupname', 'skilllist', 'mediatype', 'vdnid', 'phonenumber'],
  ...['currentstatetime', 'logindate', 'callids', 'inMultimediaConf', 'currentStateReason'],
];

/** Section 3.2. */
export const roster: readonly Row[] = [
  row('3.2', 'C', 'onlineagentonvdn answers a list', async ({ gateway }) => {
    listOf(await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn'));
  }),
  row('3.2', 'C', 'its items have a workno', each('onlineagentonvdn', 'workno', isNumber)),
  row('3.2', 'C', 'its items have a name', each('onlineagentonvdn', 'name', isText)),
  row('3.2', 'C', 'their status is of the CC-Gateway’s numbering', each('onlineagentonvdn', 'status', isIn(ccGatewayStates))),
  row('3.2', 'C', 'their ctiStatus is of the CTI’s numbering', each('onlineagentonvdn', 'ctiStatus', isIn(ctiStates))),
  row('3.2', 'C', 'their groupname is a text', each('onlineagentonvdn', 'groupname', isText)),
  row(
    '3.2',
    'C',
    'nobody in it is signed out',
    each('onlineagentonvdn', 'status', (status) => String(status) !== '2'),
  ),
  row('3.2', 'C', 'the inspector is in it', async (trial) => {
    await myself(trial);
  }),
  row('3.2', 'D', 'an idle agent has status 4 and ctiStatus 1', async (trial) => {
    const item = await myself(trial);
    expectTrue(String(item['status']) === '4' && String(item['ctiStatus']) === '1', short(item));
  }),
  row('3.2', 'D', 'status and ctiStatus of every agent agree', async ({ gateway }) => {
    const wrong = listOf(await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn')).find((item) => !statesAgree(item));
    expectTrue(wrong === undefined, short(wrong));
  }),
  row('3.2', 'C', 'allagentstatus answers a list', async ({ gateway }) => {
    listOf(await gateway.send('GET', 'agentgroup/{id}/allagentstatus'));
  }),
  row('3.2', 'C', 'its items have workno and status', each('allagentstatus', 'workno', isNumber)),
  row('3.2', 'C', 'its status is of the CC-Gateway’s numbering', each('allagentstatus', 'status', isIn(ccGatewayStates))),
  row('3.2', 'C', 'its items have groupName', each('allagentstatus', 'groupName', isText)),
  row('3.2', 'C', 'it has everybody who is in onlineagentonvdn', async ({ gateway }) => {
    const all = new Set(listOf(await gateway.send('GET', 'agentgroup/{id}/allagentstatus')).map((item) => String(item['workno'])));
    const online = listOf(await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdn'));
    const missing = online.find((item) => !all.has(String(item['workno'])));
    expectTrue(missing === undefined, short(missing));
  }),
  row('3.2', 'C', 'idleagent answers workno and name', each('idleagent', 'workno', isNumber)),
  row('3.2', 'C', 'iscensor answers true or false, maybe as text', async ({ gateway }) => {
    const result = (await gateway.send('GET', 'agentgroup/{id}/iscensor')).json?.['result'];
    expectTrue(['true', 'false'].includes(String(result)), short(result));
  }),
  row('3.2', 'C', 'iscensor is true for this inspector', async ({ gateway }) => {
    expectTrue(String((await gateway.send('GET', 'agentgroup/{id}/iscensor')).json?.['result']) === 'true', 'it is not');
  }),
  row('3.2', 'C', 'iscensor answers with a trailing slash as well', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'agentgroup/{id}/iscensor/'), '0'),
  ),
  row('3.2', 'D', 'agentbyworkno answers one agent', async (trial) => {
    const item = await detail(trial);
    expectTrue(String(item['workno']) === trial.gateway.agentId, short(item['workno']));
  }),
  row('3.2', 'D', 'its skilllist is a list', async (trial) => {
    expectTrue(Array.isArray((await detail(trial))['skilllist']), 'it is none');
  }),
  row('3.2', 'D', 'its phonenumber is the one of the sign-in', async (trial) => {
    const { phonenumber } = await detail(trial);
    expectTrue(String(phonenumber) === trial.phone, short(phonenumber));
  }),
  row('3.2', 'C', 'its currentstatetime is in seconds', async (trial) => {
    const { currentstatetime } = await detail(trial);
    expectTrue(isNumber(currentstatetime) && Number(currentstatetime) < 864_000, short(currentstatetime));
  }),
  row('3.2', 'C', 'its logindate is in milliseconds', async (trial) => {
    const { logindate } = await detail(trial);
    expectTrue(/^\d{13}$/.test(String(logindate)), short(logindate));
  }),
  row('3.2', 'D', 'it has every field of the documented sample', async (trial) => {
    const item = await detail(trial);
    const missing = sampleFields.filter((field) => !(field in item));
    expectTrue(missing.length === 0, `${missing.join(', ')} missing`);
  }),
  row('3.2', 'C', 'onlineagentonvdnbyattribute answers a list, or refuses the attribute', async ({ gateway }) => {
    const answer = await gateway.send('GET', 'agentgroup/{id}/onlineagentonvdnbyattribute?attribute=4');
    expectRetcode(answer, '0', '000-002');
    if (retcodeOf(answer) === '0') listOf(answer);
  }),
  row('6', 'D', 'an agent who does not exist gets 300-002', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'agentgroup/{id}/agentbyworkno/999997'), '300-002'),
  ),
  row('6', 'D', 'a work number that is none gets 000-002', async ({ gateway }) =>
    expectRetcode(await gateway.send('GET', 'agentgroup/{id}/agentbyworkno/abc'), '000-002', '300-002'),
  ),
];
