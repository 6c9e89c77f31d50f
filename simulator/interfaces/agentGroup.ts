import { z } from 'zod';
import { refused, resulting, resultingText } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Calls } from '../call/calls.ts';
import type { Agent } from '../centre/agent.ts';
import { numbersOf } from '../centre/agentState.ts';
import type { Centre, CentreView } from '../centre/centre.ts';
import { allGroups } from '../centre/skillGroups.ts';
import type { Clock } from '../clock.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import { retcode } from '../retcode.ts';
import type { Sessions } from '../session/sessions.ts';
import type { AgentListing } from './agentListing.ts';
import {
  agentDetails,
  agentStatusItem,
  agentWithoutSkills,
  groupItem,
  idleAgentItem,
  mediaTypeVoice,
  onlineAgentItem,
} from './agentListing.ts';
import { limitedCommand, query } from './interface.ts';
import type { GuardedInterface, Interface, SessionCall } from './interface.ts';
import { readBody } from './jsonBody.ts';
import { createListWriter } from './listWriter.ts';
import { wholeNumber } from './wholeNumber.ts';

const agentList = z.object({ agentlist: z.array(z.union([z.string(), z.int().transform(String)])).min(1) });

export interface AgentGroupOptions {
  readonly centre: Centre;
  readonly calls: Calls;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly apiEdition: ApiEdition;
}

const restCauses = ['Meal', 'Training', 'Meeting', 'Personal'];

/** agentgroup: whom one can listen to (protocol.md 3.2). The names of methods without a document are the clients'. */
export function agentGroup({ centre, calls, sessions, clock, apiEdition }: AgentGroupOptions): Interface[] {
  const writeList = createListWriter(apiEdition);
  const chosen = (seen: CentreView, isListed: (agent: Agent) => boolean, item: AgentListing): Answer =>
    resultingText(writeList(seen.agents(), isListed, item));
  const online = (agent: Agent): boolean => agent.state !== 'signedOut';
  const callIdsOf = (workNo: string): string[] => {
    const call = calls.of(workNo);
    return call === null ? [] : [call.callId];
  };
  return [
    query(
      'agentgroup/{agentid}/onlineagentonvdn',
      'queryOnlineAgent',
      withRight(({ seen }) => chosen(seen, online, onlineAgentItem)),
    ),
    query(
      'agentgroup/{agentid}/onlineagentonvdnbyattribute',
      'queryOnlineAgentByAttribute',
      withRight(({ query: parameters, seen }) => {
        // What an attribute is, no source says; here the gateway's own number of a state.
        const status = wholeNumber(parameters.get('attribute'), 0, 9);
        if (status === null) return refused(retcode.invalidParameter);
        return chosen(seen, (agent) => online(agent) && numbersOf(agent.state).status === status, onlineAgentItem);
      }),
    ),
    query(
      'agentgroup/{agentid}/allagentstatus',
      'queryAllAgentStatus',
      withRight(({ seen }) => chosen(seen, () => true, agentStatusItem)),
    ),
    query(
      'agentgroup/{agentid}/idleagent',
      'queryIdleAgent',
      withRight(({ seen }) => chosen(seen, (agent) => agent.state === 'idle', idleAgentItem)),
    ),
    query(
      'agentgroup/{agentid}/agentbyworkno/{workNo}',
      'queryAgentInfoByWorkNo',
      withRight((call) => {
        const agent = call.seen.agent(call.parameter('workNo'));
        if (agent === null) return refused(retcode.agentDoesNotExist);
        return resulting(agentDetails(agent, apiEdition, clock.now(), callIdsOf(agent.workNo)));
      }),
    ),
    // The page speaks of the skill queues' agents without saying where the queues are named: here the caller's own.
    query(
      'agentgroup/{agentid}/agentbylist',
      'queryAgentInfoBySkillId',
      withRight(({ session, query: parameters }) => {
        const mediaTypes = (parameters.get('mediaTypes') ?? '').split(/[,;]/).filter((type) => type !== '');
        if (!mediaTypes.every((type) => /^\d{1,3}$/.test(type))) return refused(retcode.invalidParameter);
        if (!session.flags.talkRight) return refused(retcode.noQueryRight);
        const own = centre.existing(session.agentId).skills;
        const isListed = (agent: Agent): boolean =>
          online(agent) &&
          sessions.of(agent.workNo)?.flags.talkRight !== false &&
          agent.skills.some(({ id }) => own.some((skill) => skill.id === id));
        const hasMedia = mediaTypes.length === 0 || mediaTypes.includes(String(mediaTypeVoice));
        const listed = hasMedia ? [...centre.agents()].filter(isListed) : [];
        return resulting(listed.map((agent) => agentDetails(agent, apiEdition, clock.now(), callIdsOf(agent.workNo))));
      }),
    ),
    limitedCommand(
      'POST',
      'agentgroup/{agentid}/agentinfonoskills',
      'queryAgentInfoNoSkills',
      withRight(({ body, seen }) => {
        const numbers = readBody(agentList, body)?.agentlist;
        if (numbers?.every((number) => isWorkNo(number, apiEdition)) !== true) return refused(retcode.messageParameterError);
        // Unknown numbers are left out; no source says otherwise.
        const agents = numbers.map((number) => seen.agent(number)).filter((agent) => agent !== null);
        return resulting(agents.map((agent) => agentWithoutSkills(agent, apiEdition, clock.now(), callIdsOf(agent.workNo))));
      }),
    ),
    query(
      'agentgroup/{agentid}/agentwasnameonvdn',
      'queryAgentNames',
      withRight(() => resulting(Object.fromEntries([...centre.agents()].map(({ workNo, name }) => [workNo, name])))),
    ),
    ...groups(centre, apiEdition),
    query('agentgroup/{agentid}/restreason', 'queryRestReason', () =>
      resulting(restCauses.map((name, index) => ({ restReasonId: index + 1, restReason: name }))),
    ),
  ];
}

/** The queries of groups and of skills; here a group is a skill as well. */
function groups(centre: Centre, apiEdition: ApiEdition): Interface[] {
  const known = (id: number): boolean =>
    [...centre.agents()].some(({ group }) => group.id === id) || allGroups.some((group) => group.id === id);
  const list = (isListed: (agent: Agent) => boolean): Answer =>
    resulting([...centre.agents()].filter(isListed).map((agent) => onlineAgentItem(agent, apiEdition)));
  return [
    query(
      'agentgroup/{agentid}/grouponvdn',
      'queryGroupOnVdn',
      withRight(() => resulting(allGroups.map((group) => groupItem(group)))),
    ),
    query(
      'agentgroup/{agentid}/agentongroup',
      'queryAgentOnGroup',
      withRight(({ session }) => {
        const own = centre.existing(session.agentId).group.id;
        return list((agent) => agent.group.id === own && agent.state !== 'signedOut');
      }),
    ),
    query(
      'agentgroup/{agentid}/agentongroupex',
      'queryAgentOnGroupEx',
      withRight(({ query: parameters }) => {
        const id = wholeNumber(parameters.get('groupid'), 0, highestId);
        if (id === null) return refused(retcode.invalidParameter);
        return known(id) ? list((agent) => agent.group.id === id && agent.state !== 'signedOut') : refused(retcode.groupDoesNotExist);
      }),
    ),
    query(
      'agentgroup/{agentid}/groupbyagent/{workNo}',
      'queryGroupByAgent',
      withRight((call) => {
        const agent = centre.agent(call.parameter('workNo'));
        return agent === null ? refused(retcode.groupAgentDoesNotExist) : resulting(groupItem(agent.group));
      }),
    ),
    query(
      'agentgroup/{agentid}/agentbyskill/{skillid}',
      'queryAgentBySkill',
      withRight((call) => {
        const id = wholeNumber(call.parameter('skillid'), 0, highestId);
        if (id === null) return refused(retcode.invalidParameter);
        return list((agent) => agent.skills.some((skill) => skill.id === id) && agent.state !== 'signedOut');
      }),
    ),
  ];
}

const highestId = 999_999_999;

/** Only for who may query other agents. */
function withRight(handle: (call: SessionCall) => Answer): GuardedInterface['handle'] {
  return (call) => (call.session.account.queryRight ? handle(call) : refused(retcode.noQueryRight));
}
