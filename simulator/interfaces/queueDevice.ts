import { z } from 'zod';
import { refused, resulting } from '../answer.ts';
import type { CallRouting } from '../call/callRouting.ts';
import { isInCall } from '../centre/agentState.ts';
import type { SkillGroup } from '../centre/agent.ts';
import type { CentreView } from '../centre/centre.ts';
import { accessNumberOf, allGroups, skillGroups } from '../centre/skillGroups.ts';
import type { Clock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { retcode } from '../retcode.ts';
import { mediaTypeVoice, skillList, vdnId } from './agentListing.ts';
import { limitedCommand, query } from './interface.ts';
import type { Interface } from './interface.ts';
import { readBody } from './jsonBody.ts';

/** A hundred at most (protocol.md 3.2). */
const askedSkills = z.object({ skills: z.array(z.coerce.number().int()).min(1).max(100) });

const firstFurtherSkill = 101;

function furtherSkills(count: number): SkillGroup[] {
  return Array.from({ length: count }, (_, index) => ({
    id: firstFurtherSkill + index,
    name: `Skill ${String(firstFurtherSkill + index)}`,
  }));
}

/** queuedevice: the skill queues of the caller's VDN (protocol.md 3.2; under the query limit, 0). */
export function queueDevice(routing: CallRouting, clock: Clock, further: number): Interface[] {
  const all = [...allGroups, ...furtherSkills(further)];
  const skillsOfVdn = (): JsonObject[] => all.map(({ id, name }) => ({ name, id, mediatype: mediaTypeVoice, serviceType: 1, realFlag: 1 }));
  return [
    query('queuedevice/{agentid}/agentvdnskill', 'querySkillQueueOnAgentVDN', () => resulting(skillsOfVdn())),
    // Of a VDN without skills nothing is documented; here as a missing skill configuration (6).
    query('queuedevice/{agentid}/vdnskill/{vdn}', 'querySkillQueueOnVDN', ({ parameter }) =>
      parameter('vdn') === String(vdnId) ? resulting(skillsOfVdn()) : refused(retcode.noSkillQueue),
    ),
    query('queuedevice/{agentid}/agentskill/{workNo}', 'queryAgentSkill', ({ seen, parameter }) => {
      const agent = seen.agent(parameter('workNo'));
      return agent === null ? refused(retcode.agentDoesNotExist) : resulting(skillList(agent));
    }),
    // Of the fields of these two, no document and no client tells more than that they are lists.
    query('queuedevice/{agentid}/ivrinfo', 'queryIVRInfo', () => resulting([{ id: 1, inno: '400000', description: 'Welcome' }])),
    query('queuedevice/{agentid}/innoinfo', 'queryInnoInfo', () =>
      resulting(skillGroups.map((skill) => ({ inno: accessNumberOf(skill), description: skill.name, vdnid: vdnId }))),
    ),
    limitedCommand('POST', 'queuedevice/{agentid}/queryacdstat', 'queryAcdStat', ({ seen, body }) => {
      const asked = readBody(askedSkills, body);
      if (asked === null) return refused(retcode.messageParameterError);
      const known = all.filter(({ id }) => asked.skills.includes(id));
      if (known.length === 0) return refused(retcode.noSkillQueue);
      return resulting(known.map((skill) => queueStatistics(skill, seen, routing, clock.now())));
    }),
  ];
}

function queueStatistics(skill: SkillGroup, seen: CentreView, routing: CallRouting, now: number): JsonObject {
  const waiting =
    routing
      .queues()
      .find((queue) => queue.skill.id === skill.id)
      ?.waiting() ?? [];
  const signedIn = [...seen.agents()].filter(({ skills, state }) => state !== 'signedOut' && skills.some(({ id }) => id === skill.id));
  return {
    deviceNo: skill.id,
    skillDescription: skill.name,
    queueSize: waiting.length,
    queueTime: Math.max(0, ...waiting.map(({ calledAt }) => Math.floor((now - calledAt) / 1_000))),
    loggedOnAgents: signedIn.length,
    availAgents: signedIn.filter(({ state }) => state === 'idle').length,
    talkingAgents: signedIn.filter(({ state }) => isInCall(state)).length,
    loadFactor: 0,
    estWaitTime: 0,
  };
}
