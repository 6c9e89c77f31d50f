import { eventOf } from './expectations.ts';
import type { Gateway, PlainAnswer } from './gateway.ts';
import { Fails } from './row.ts';

/** Polls until an answer brings no event, or so many came. */
export async function drain(gateway: Gateway, most = 20): Promise<PlainAnswer[]> {
  const answers: PlainAnswer[] = [];
  while (answers.length < most) {
    const answer = await gateway.send('GET', 'agentevent/{id}');
    if (eventOf(answer) === undefined) break;
    answers.push(answer);
  }
  return answers;
}

/** Polls until an event of this type came, giving back all types on the way; fails after so many polls without it. */
export async function pollFor(gateway: Gateway, type: string, most = 12): Promise<string[]> {
  return (await awaitEvent(gateway, type, most)).seen;
}

/** Polls until an event of this type came: its content, and the types on the way, its own the last. */
export async function awaitEvent(gateway: Gateway, type: string, most = 12): Promise<{ content: unknown; seen: string[] }> {
  const seen: string[] = [];
  for (let poll = 0; poll < most; poll += 1) {
    const event = eventOf(await gateway.send('GET', 'agentevent/{id}'));
    if (event !== undefined) seen.push(event.type);
    if (event?.type === type) return { content: event.content, seen };
  }
  throw new Fails(`${type} never came; ${seen.length === 0 ? 'nothing did' : seen.join(', ')}`);
}
