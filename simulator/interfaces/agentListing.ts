import type { JsonObject } from '../json.ts';
import type { Agent } from '../centre/agent.ts';
import { numbersOf } from '../centre/agentState.ts';
import type { Dialect } from '../dialect.ts';

/** Writes one agent down as an item of a list. */
export type AgentListing = (agent: Agent, dialect: Dialect) => JsonObject;

const vdnId = 1;

/** An item of onlineagentonvdn, in the form the demos expect (ccgateway.md 3.2). */
export const onlineAgentItem: AgentListing = (agent, dialect) => ({
  ...names(agent, dialect),
  ...numbers(agent, dialect),
  groupid: agent.group.id,
  ...group(agent, dialect, 'groupname'),
  mediatype: agent.mediaType,
  vdnid: vdnId,
});

/** An item of allagentstatus, with the fields the C# demo reads. */
export const agentStatusItem: AgentListing = (agent, dialect) => ({
  ...names(agent, dialect),
  ...numbers(agent, dialect),
  ...group(agent, dialect, 'groupName'),
});

/** An item of idleagent. */
export const idleAgentItem: AgentListing = (agent, dialect) => names(agent, dialect);

/** The answer of agentbyworkno, its fields in the order of the documented sample. */
export function agentDetails(agent: Agent, dialect: Dialect, now: number): JsonObject {
  return {
    ...names(agent, dialect),
    ...numbers(agent, dialect),
    groupid: agent.group.id,
    ...group(agent, dialect, 'groupname'),
    skilllist: [{ name: agent.group.name, id: agent.group.id, mediatype: mediaTypeVoice }],
    mediatype: agent.mediaType,
    vdnid: vdnId,
    phonenumber: agent.phoneNumber,
    // Seconds, while logindate is in milliseconds.
    currentstatetime: Math.max(0, Math.floor((now - agent.since) / 1_000)),
    logindate: agent.loginDate,
    callids: [],
    inMultimediaConf: 0,
    currentStateReason: 0,
  };
}

const mediaTypeVoice = 5;

function names(agent: Agent, dialect: Dialect): JsonObject {
  return { workno: dialect.numbers === 'string' ? agent.workNo : Number(agent.workNo), name: agent.name };
}

function numbers(agent: Agent, dialect: Dialect): JsonObject {
  const { status, ctiStatus } = numbersOf(agent.state);
  const written = dialect.numbers === 'string' ? { status: String(status), ctiStatus: String(ctiStatus) } : { status, ctiStatus };
  return { ...written, ...agent.verbatim };
}

function group(agent: Agent, dialect: Dialect, usual: 'groupname' | 'groupName'): JsonObject {
  const field = dialect.groupField === 'asClientsRead' ? usual : dialect.groupField;
  return { [field]: agent.group.name };
}
