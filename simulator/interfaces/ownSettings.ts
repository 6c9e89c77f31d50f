import { done, refused, resulting } from '../answer.ts';
import type { CallRouting } from '../call/callRouting.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import { retcode } from '../retcode.ts';
import { skillList } from './agentListing.ts';
import { command, limitedCommand, query } from './interface.ts';
import type { Interface } from './interface.ts';
import { flagOf, wholeNumber } from './wholeNumber.ts';

/** onlineagent: the caller's flags, skills and Guid (protocol.md 1.2, 1.3, 1.4, 1.6). */
export function ownSettings(centre: Centre, clock: Clock, routing: CallRouting): Interface[] {
  return [
    command('POST', 'onlineagent/{agentid}/autoanswer/{flag}', 'setAgentAutoAnswer', ({ session, parameter }) => {
      const flag = flagOf(parameter('flag'));
      if (flag === null) return refused(retcode.invalidParameter);
      session.flags.autoAnswer = flag;
      return done;
    }),
    command(
      'POST',
      'onlineagent/{agentid}/autoenteridle/{flag}',
      'setAgentAutoEnterIdle',
      // "true": idle; any other text of one to five characters, the C# client's "True" too: wrap-up (protocol.md 1.6).
      ({ session, parameter }) => {
        const flag = parameter('flag');
        if (flag.length < 1 || flag.length > 5) return refused(retcode.invalidParameter);
        session.flags.autoEnterIdle = flag === 'true';
        return done;
      },
    ),
    // 1: the agent answers inbound calls, 0: none is routed to them (cec_07_1223).
    command('POST', 'onlineagent/{agentid}/settalkright', 'setTalkRight', ({ session, query: parameters }) => {
      const flag = wholeNumber(parameters.get('flag'), 0, 1);
      if (flag === null) return refused(retcode.invalidParameter);
      session.flags.talkRight = flag === 1;
      routing.consider(session.agentId);
      return done;
    }),
    command('POST', 'onlineagent/{agentid}/resetskill/{autoflag}', 'resetSkill', (call) => {
      const all = flagOf(call.parameter('autoflag'));
      const linkage = call.query.get('phonelinkage') ?? '0';
      if (all === null || !['0', '1'].includes(linkage)) return refused(retcode.invalidParameter);
      const skills = centre.existing(call.agentId).skills;
      const named = (call.query.get('skillid') ?? '').split(';').filter((id) => id !== '');
      const kept = all ? skills : skills.filter(({ id }) => named.includes(String(id)));
      // A skill the agent was not configured for is refused; so is a choice of none.
      if (!all && (named.length === 0 || kept.length < named.length)) return refused(retcode.invalidParameter);
      centre.describe(call.agentId, { skills: kept });
      call.session.flags.skillsReset = true;
      routing.consider(call.agentId);
      return done;
    }),
    query('onlineagent/{agentid}/agentskills', 'getAgentSkills', ({ agentId }) => resulting(skillList(centre.existing(agentId)))),
    query('onlineagent/{agentid}/agentskillsbyworkno/{workNo}', 'queryAgentSkillsByWorkNo', (call) => {
      const agent = centre.agent(call.parameter('workNo'));
      return agent === null ? refused(retcode.skillsQueryInvalid) : resulting(skillList(agent));
    }),
    limitedCommand('PUT', 'onlineagent/{agentid}/updateGuid', 'updateGuid', ({ session }) =>
      resulting({ guid: session.guids.renewFor(clock.now()) }),
    ),
    limitedCommand('POST', 'onlineagent/{agentid}/syncagentinfo', 'syncAgentInfo', ({ session }) => {
      session.forgetEvents();
      return done;
    }),
    command('POST', 'onlineagent/{agentid}/handshake', 'handshake', ({ session }) => {
      if (session.eventMode === 'poll') return refused(retcode.wrongEventMethod);
      session.handshake();
      const setGuid = session.guids.toAnnounce(clock.now());
      return setGuid === null ? done : { ...done, setGuid };
    }),
    // The demos of 2018 (protocol.md 1.3).
    command('PUT', 'onlineagent/{agentid}/heartbeat', 'heartbeat', ({ session }) => {
      session.handshake();
      return resulting({ loginTime: String(session.loginTime) });
    }),
  ];
}
