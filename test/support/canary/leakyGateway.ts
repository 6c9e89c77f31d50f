import { answering, startScriptedGateway, type Heard, type ScriptedAnswer, type ScriptedGateway } from '../scriptedGateway.ts';
import { canaries } from './canaries.ts';

/** A gateway that talks: it repeats every secret wherever an answer has room for words, as a careless one does in its messages. */
export interface LeakyGateway extends ScriptedGateway {
  /** The next poll brings this event, secrets in its content. */
  push(eventType: string, content?: unknown): void;
  /** No answer to anything, until it is back. */
  lost: boolean;
  /** What the next listen is answered. */
  listenAnswer: 'accepted' | 'refused' | 'page';
}

const everything = Object.values(canaries).join(' ');

export async function startLeakyGateway(): Promise<LeakyGateway> {
  const events: { eventType: string; content: unknown }[] = [];
  let wakePoll = (): void => undefined;
  let state = 4;
  let polls = 0;
  let lost = false;
  let listenAnswer: LeakyGateway['listenAnswer'] = 'accepted';

  function push(eventType: string, content: unknown = { caller: canaries.agentPhone, note: everything }): void {
    if (eventType === 'AgentState_Busy') state = 7;
    if (eventType === 'AgentState_Ready') state = 4;
    events.push({ eventType, content });
    wakePoll();
  }

  async function poll(): Promise<ScriptedAnswer> {
    polls += 1;
    if (events.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 700);
        wakePoll = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const event = events.shift();
    return {
      headers: {
        'set-guid': `JSESSIONID=${polls < 3 ? canaries.guid : canaries.renewedGuid}`,
        'set-cookie': `BIGip=${canaries.cookie}; path=/`,
      },
      body: JSON.stringify({ message: everything, retcode: '0', ...(event === undefined ? {} : { event: { workNo: '291', ...event } }) }),
    };
  }

  function refused(retcode: string): ScriptedAnswer {
    return { body: JSON.stringify({ message: everything, retcode, result: { phone: canaries.ownPhone, everything } }) };
  }

  function answer(heard: Heard): ScriptedAnswer | Promise<ScriptedAnswer> {
    if (lost) return 'cut';
    switch (heard.name) {
      case 'login':
      case 'forceLogin':
        if (!heard.body.includes(canaries.password)) return refused('100-004');
        return {
          headers: {
            'set-guid': `JSESSIONID=${canaries.guid}`,
            'set-cookie': [`BIGip=${canaries.cookie}; path=/`, `other=${canaries.cookie}; path=/; HttpOnly`],
          },
          body: JSON.stringify({ message: everything, retcode: '0', result: { workno: '291', phonenum: canaries.ownPhone, everything } }),
        };
      case 'getAgentEvent':
        return poll();
      case 'getAgentStatus':
        return answering({ agentState: state, phone: canaries.ownPhone }, { message: everything });
      case 'roster':
        return answering(roster, { message: everything });
      case 'addSupervise':
        if (listenAnswer === 'refused') return refused('900-003');
        if (listenAnswer === 'page') return { status: 500, headers: { 'content-type': 'text/html' }, body: `<h1>${everything}</h1>` };
        push('AgentState_Busy');
        push('AgentOther_PhoneAlerting');
        setTimeout(push, 1_500, 'AgentOther_PhoneOffhook', { type: 'main', phone: canaries.ownPhone });
        return answering({}, { message: everything });
      case 'stopSuperviseOrInsert':
        push('AgentOther_PhoneRelease', { phoneState: 3, phone: canaries.ownPhone });
        push('AgentState_Ready');
        return answering({}, { message: everything });
      case 'logout':
      case 'forceLogout':
      case 'sayFree':
        return answering({}, { message: everything });
      case 'ownCall':
        return answering({ status: state, phonenumber: canaries.ownPhone, phonelinknum: canaries.agentPhone });
      case 'other':
        return refused('000-002');
    }
  }

  const gateway = await startScriptedGateway(answer);
  return Object.defineProperties(
    { ...gateway, push, lost: false, listenAnswer: 'accepted' },
    {
      overlappingPolls: { get: () => gateway.overlappingPolls },
      lost: {
        get: () => lost,
        set: (wanted: boolean) => {
          lost = wanted;
          if (wanted) gateway.drop();
        },
      },
      listenAnswer: { get: () => listenAnswer, set: (wanted: LeakyGateway['listenAnswer']) => (listenAnswer = wanted) },
    },
  );
}

/** As the gateway lists agents, with the fields that no inspector's window needs (protocol.md 3.2). */
const roster = ['20001', '20002', '20003'].map((workno) => ({
  workno,
  name: `Agent ${workno}`,
  groupname: 'Sales',
  status: '7',
  ctiStatus: '5',
  phonenumber: canaries.agentPhone,
  phonelinknum: canaries.agentPhone,
  ip: everything,
  skilldesc: everything,
}));
