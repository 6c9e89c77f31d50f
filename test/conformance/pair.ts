import { expectRetcode, resultOf, short } from './expectations.ts';
import type { Gateway, PlainAnswer } from './gateway.ts';
import { awaitEvent, pollFor } from './polling.ts';
import { Fails, type PairTrial, type Second } from './row.ts';
import { signIn } from './signIn.ts';

/** Signs the second agent in; they answer their calls themselves. */
export function signInSecond(second: Second, more: Readonly<Record<string, string>> = {}): Promise<PlainAnswer> {
  return signIn(second, { more: { autoanswer: 'false', ...more } });
}

/** Both idle, without calls and without old events. */
export async function settled({ gateway, second }: PairTrial): Promise<void> {
  for (const each of [gateway, second.gateway]) {
    await each.send('DELETE', 'voicecall/{id}/release');
    await each.send('POST', 'onlineagent/{id}/sayfree');
    await each.send('POST', 'onlineagent/{id}/syncagentinfo');
  }
}

/** Signs the second agent out and in again, with these fields more. */
export async function second(trial: PairTrial, more: Readonly<Record<string, string>>): Promise<void> {
  await trial.second.gateway.send('DELETE', 'onlineagent/{id}/forcelogout');
  expectRetcode(await signInSecond(trial.second, more), '0');
}

/** The own state, in the CC-Gateway's numbering. */
export async function stateOf(gateway: Gateway): Promise<string> {
  return short(resultOf(await gateway.send('GET', 'onlineagent/{id}/agentstatus'))['agentState']);
}

/** The inspector calls the second agent, until that one's phone rings: the call in the second agent's words. */
export async function ringing(trial: PairTrial): Promise<{ readonly callId: string; readonly content: Readonly<Record<string, unknown>> }> {
  const body = JSON.stringify({ called: trial.second.gateway.agentId });
  expectRetcode(await trial.gateway.send('PUT', 'voicecall/{id}/callinner', { body }), '0');
  const { content } = await awaitEvent(trial.second.gateway, 'AgentEvent_Ringing');
  return { callId: callIdIn(content), content: content as Record<string, unknown> };
}

/** The two talk: the call in the second agent's words. */
export async function talking(trial: PairTrial): Promise<string> {
  const { callId } = await ringing(trial);
  expectRetcode(await trial.second.gateway.send('PUT', `voicecall/{id}/answer?callid=${callId}`), '0');
  await pollFor(trial.second.gateway, 'AgentEvent_Talking');
  await pollFor(trial.gateway, 'AgentEvent_Talking');
  return callId;
}

/** The second agent talks with a customer. */
export async function talkingToCustomer({ second: agent }: PairTrial, customer: string): Promise<string> {
  const body = JSON.stringify({ called: customer });
  expectRetcode(await agent.gateway.send('PUT', 'voicecall/{id}/callout', { body }), '0');
  return callIdIn((await awaitEvent(agent.gateway, 'AgentEvent_Talking')).content);
}

/** The inspector's line to the second agent is up; gives back what came until then. */
export async function inspecting(trial: PairTrial, method: string, path: string): Promise<string[]> {
  expectRetcode(await trial.gateway.send(method, path), '0');
  return pollFor(trial.gateway, 'AgentOther_PhoneOffhook');
}

function callIdIn(content: unknown): string {
  const callId = typeof content === 'object' && content !== null ? (content as Record<string, unknown>)['callid'] : undefined;
  if (typeof callId !== 'string') throw new Fails(`callid is ${short(callId)}`);
  return callId;
}
