import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Agent } from '../centre/agent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Dialect } from '../dialect.ts';
import { retcode } from '../retcode.ts';
import type { AgentListing } from './agentListing.ts';
import { agentDetails, agentStatusItem, idleAgentItem, onlineAgentItem } from './agentListing.ts';
import { query } from './interface.ts';
import type { Interface, SessionCall } from './interface.ts';

/** agentgroup: whom one can listen to (ccgateway.md 3.2). */
export function agentGroup(centre: Centre, clock: Clock, dialect: Dialect): Interface[] {
  const list =
    (isListed: (agent: Agent) => boolean, item: AgentListing) =>
    ({ session }: SessionCall): Answer => {
      if (!session.account.queryRight) return refused(retcode.noQueryRight);
      return resulting([...centre.agents()].filter(isListed).map((agent) => item(agent, dialect)));
    };
  // The names of methods without a document are those of the clients' functions.
  return [
    query(
      'agentgroup/{agentid}/onlineagentonvdn',
      'queryOnlineAgent',
      list((agent) => agent.state !== 'signedOut', onlineAgentItem),
    ),
    query(
      'agentgroup/{agentid}/allagentstatus',
      'queryAllAgentStatus',
      list(() => true, agentStatusItem),
    ),
    query(
      'agentgroup/{agentid}/idleagent',
      'queryIdleAgent',
      list((agent) => agent.state === 'idle', idleAgentItem),
    ),
    query('agentgroup/{agentid}/agentbyworkno/{workNo}', 'queryAgentInfoByWorkNo', (call) => {
      if (!call.session.account.queryRight) return refused(retcode.noQueryRight);
      const agent = centre.agent(call.parameter('workNo'));
      return agent === undefined ? refused(retcode.agentDoesNotExist) : resulting(agentDetails(agent, dialect, clock.now()));
    }),
    query('agentgroup/{agentid}/iscensor', 'isCensor', ({ session }) => resulting(session.account.inspectionRight)),
  ];
}
