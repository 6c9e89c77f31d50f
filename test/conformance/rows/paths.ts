import { expectTrue, retcodeOf } from '../expectations.ts';
import { row, type Row } from '../row.ts';

const refused =
  (method: string, path: string): Row['check'] =>
  async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send(method, path)) !== '0', 'it is accepted');
  };

/** Section 6 and 7: what is no interface. */
export const paths: readonly Row[] = [
  row('6', 'I', 'an unknown path is refused', refused('GET', 'onlineagent/{id}/nosuchthing')),
  row('6', 'I', 'an unknown group of interfaces is refused', refused('GET', 'nosuchgroup/{id}/thing')),
  row('6', 'I', 'a query with the wrong method is refused', refused('DELETE', 'agentgroup/{id}/onlineagentonvdn')),
  row('6', 'I', 'a command with the wrong method is refused', refused('GET', 'onlineagent/{id}/sayfree')),
  row('6', 'D', 'an agent ID below 101 is refused', refused('GET', 'onlineagent/100/agentstatus')),
  row('6', 'D', 'an agent ID that is no number is refused', refused('GET', 'onlineagent/abc/agentstatus')),
];
