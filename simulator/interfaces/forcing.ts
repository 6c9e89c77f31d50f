import { z } from 'zod';
import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Agent } from '../centre/agent.ts';
import type { Centre } from '../centre/centre.ts';
import { isWorkNo } from '../apiEdition.ts';
import type { ApiEdition } from '../apiEdition.ts';
import type { Forces } from '../inspection/forces.ts';
import type { InspectionRules } from '../inspection/inspectionRules.ts';
import type { Monitors } from '../inspection/monitors.ts';
import { retcode } from '../retcode.ts';
import { onlineAgentItem } from './agentListing.ts';
import { command } from './interface.ts';
import type { Interface, SessionCall } from './interface.ts';
import { readBody } from './jsonBody.ts';
import { answerOf } from './qualityControl.ts';
import { wholeNumber } from './wholeNumber.ts';

export interface ForcingOptions {
  readonly forces: Forces;
  readonly monitors: Monitors;
  readonly centre: Centre;
  readonly rules: InspectionRules;
  readonly apiEdition: ApiEdition;
}

const longestRest = 86_399;
const highestReason = 255;
/** As many as Huawei's bridge demo asks for at once. */
const mostMonitored = 500;

const adjustSkillBody = z.object({
  workNo: z.union([z.string(), z.int().transform(String)]),
  skills: z.array(z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)])),
});

/** qualitycontrol: what an inspector can make agents do, and whom an inspector can watch (protocol.md 3). */
export function forcing(here: ForcingOptions): Interface[] {
  const { forces, apiEdition } = here;
  return [
    command('POST', 'qualitycontrol/{agentid}/forcebusy/{workNo}', 'forceBusy', (call) =>
      answerOf(forces.busy(call.session, call.parameter('workNo'))),
    ),
    command('POST', 'qualitycontrol/{agentid}/forceidle/{workNo}', 'forceIdle', (call) =>
      answerOf(forces.idle(call.session, call.parameter('workNo'))),
    ),
    command('POST', 'qualitycontrol/{agentid}/forcelogout/{workNo}', 'forceLogOutAgent', (call) =>
      answerOf(forces.signOut(call.session, call.parameter('workNo'))),
    ),
    command('POST', 'qualitycontrol/{agentid}/forcerest/{workNo}/{seconds}/{reason}', 'forceRest', (call) => {
      const seconds = wholeNumber(call.parameter('seconds'), 1, longestRest);
      const reason = wholeNumber(call.parameter('reason'), 1, highestReason);
      if (seconds === null || reason === null) return refused(retcode.invalidParameter);
      return answerOf(forces.rest(call.session, call.parameter('workNo'), seconds, reason));
    }),
    command('POST', 'qualitycontrol/{agentid}/forcedropcall/{callId}', 'forceDropCall', (call) =>
      answerOf(forces.dropCall(call.session, call.parameter('callId'))),
    ),
    command('POST', 'qualitycontrol/{agentid}/adjustskill', 'adjustSkill', ({ session, body }) => {
      const request = readBody(adjustSkillBody, body);
      if (request === null || !isWorkNo(request.workNo, apiEdition)) return refused(retcode.signInParametersEmpty);
      return answerOf(forces.adjustSkills(session, request.workNo, request.skills));
    }),
    ...watching(here),
  ];
}

function watching({ monitors, centre, rules, apiEdition }: ForcingOptions): Interface[] {
  const monitored =
    (act: Monitors['begin']) =>
    ({ session, query }: SessionCall): Answer => {
      const agents = (query.get('agents') ?? '').split(';').filter((agent) => agent !== '');
      const areGood = agents.length > 0 && agents.length <= mostMonitored && agents.every((agent) => isWorkNo(agent, apiEdition));
      if (!session.account.inspectionRight) return refused(retcode.noQcRight);
      if (!areGood) return refused(retcode.invalidParameter);
      act(session, agents);
      return answerOf(retcode.success);
    };
  return [
    // Its answer is unknown (protocol.md 9 point 10); here as onlineagentonvdn, without those who cannot be inspected.
    command('GET', 'qualitycontrol/{agentid}/allagent', 'qualityControlSearchAllAgents', ({ session }) => {
      if (!session.account.inspectionRight) return refused(retcode.noQcRight);
      const isInspectable = (agent: Agent): boolean =>
        agent.state !== 'signedOut' && agent.workNo !== session.agentId && (!agent.inspector || rules.inspectInspectors);
      return resulting([...centre.agents()].filter(isInspectable).map((agent) => onlineAgentItem(agent, apiEdition)));
    }),
    command(
      'POST',
      'qualitycontrol/{agentid}/beginmonitor',
      'beginMonitor',
      monitored((session, agents) => {
        monitors.begin(session, agents);
      }),
    ),
    command(
      'POST',
      'qualitycontrol/{agentid}/endmonitor',
      'endMonitor',
      monitored((session, agents) => {
        monitors.end(session, agents);
      }),
    ),
  ];
}
