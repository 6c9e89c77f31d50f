import type { JsonObject } from '../json.ts';
import type { Agent, SkillGroup } from '../centre/agent.ts';
import { numbersOf } from '../centre/agentState.ts';
import type { ApiEdition } from '../apiEdition.ts';

/** Writes one agent down as an item of a list. */
export type AgentListing = (agent: Agent, apiEdition: ApiEdition) => JsonObject;

/** The one VDN of the centre. */
export const vdnId = 1;

/** An item of onlineagentonvdn, in the form the demos expect (protocol.md 3.2). */
export const onlineAgentItem: AgentListing = (agent, apiEdition) => ({
  ...names(agent, apiEdition),
  ...numbers(agent, apiEdition),
  groupid: agent.group.id,
  ...group(agent, apiEdition, 'groupname'),
  mediatype: agent.mediaType,
  vdnid: vdnId,
});

/** An item of allagentstatus, with the fields the C# demo reads. */
export const agentStatusItem: AgentListing = (agent, apiEdition) => ({
  ...names(agent, apiEdition),
  ...numbers(agent, apiEdition),
  ...group(agent, apiEdition, 'groupName'),
});

/** An item of idleagent. */
export const idleAgentItem: AgentListing = (agent, apiEdition) => names(agent, apiEdition);

/** The answer of agentbyworkno, its fields in the order of the documented sample. */
export function agentDetails(agent: Agent, apiEdition: ApiEdition, now: number, callIds: readonly string[]): JsonObject {
  return {
    ...names(agent, apiEdition),
    ...numbers(agent, apiEdition),
    groupid: agent.group.id,
    ...group(agent, apiEdition, 'groupname'),
    skilllist: skillList(agent),
    mediatype: agent.mediaType,
    vdnid: vdnId,
    phonenumber: agent.phoneNumber,
    // Seconds, while logindate is in milliseconds.
    currentstatetime: Math.max(0, Math.floor((now - agent.since) / 1_000)),
    logindate: agent.loginDate,
    callids: callIds,
    inMultimediaConf: 0,
    currentStateReason: agent.stateReason,
  };
}

/** An item of agentinfonoskills: the details without the skills, `status` in the CTI's numbers (protocol.md 3.2). */
export function agentWithoutSkills(agent: Agent, apiEdition: ApiEdition, now: number, callIds: readonly string[]): JsonObject {
  const details = Object.entries(agentDetails(agent, apiEdition, now, callIds)).filter(([name]) => name !== 'skilllist');
  const item = Object.fromEntries(details);
  return { ...item, status: item['ctiStatus'] ?? '' };
}

/** A skill list, as in agentbyworkno. */
export function skillList(agent: Agent): JsonObject[] {
  return agent.skills.map(({ id, name }) => ({ name, id, mediatype: mediaTypeVoice }));
}

/** An item of grouponvdn; who leads a group is left open here. */
export function groupItem({ id, name }: SkillGroup): JsonObject {
  return { id, name, monitorno: 0, monitorname: '' };
}

/** The media type of a voice skill, as in agentbyworkno. */
export const mediaTypeVoice = 5;

function names(agent: Agent, apiEdition: ApiEdition): JsonObject {
  return { workno: apiEdition.numbers === 'string' ? agent.workNo : Number(agent.workNo), name: agent.name };
}

function numbers(agent: Agent, apiEdition: ApiEdition): JsonObject {
  const { status, ctiStatus } = numbersOf(agent.state);
  const written = apiEdition.numbers === 'string' ? { status: String(status), ctiStatus: String(ctiStatus) } : { status, ctiStatus };
  return { ...written, ...agent.verbatim };
}

function group(agent: Agent, apiEdition: ApiEdition, usual: 'groupname' | 'groupName'): JsonObject {
  const field = apiEdition.groupField === 'asClientsRead' ? usual : apiEdition.groupField;
  return { [field]: agent.group.name };
}
