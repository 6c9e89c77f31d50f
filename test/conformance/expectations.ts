import type { PlainAnswer } from './gateway.ts';
import { Fails } from './row.ts';

/** The retcode as it was written, or what came instead. */
export function retcodeOf(answer: PlainAnswer): string {
  const { json, status, text } = answer;
  const retcode = json?.['retcode'];
  return typeof retcode === 'string' ? retcode : `HTTP ${String(status)} ${text.slice(0, 60)}`;
}

export function expectRetcode(answer: PlainAnswer, ...allowed: readonly string[]): void {
  const retcode = retcodeOf(answer);
  if (!allowed.includes(retcode)) throw new Fails(`retcode ${retcode}, not ${allowed.join(' or ')}`);
}

export function expectTrue(holds: boolean, otherwise: string): void {
  if (!holds) throw new Fails(otherwise);
}

/** `result` as an object. */
export function resultOf(answer: PlainAnswer): Readonly<Record<string, unknown>> {
  const result = answer.json?.['result'];
  if (typeof result !== 'object' || result === null || Array.isArray(result)) throw new Fails(`result is no object: ${short(result)}`);
  return result as Record<string, unknown>;
}

/** `result` as a list of objects. */
export function listOf(answer: PlainAnswer): readonly Readonly<Record<string, unknown>>[] {
  const result = answer.json?.['result'];
  if (!Array.isArray(result)) throw new Fails(`result is no list: ${short(result)}`);
  return result.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) throw new Fails(`an item of the list is no object: ${short(item)}`);
    return item as Record<string, unknown>;
  });
}

/** The event that a poll's answer bears; undefined when it bears none. */
export function eventOf(answer: PlainAnswer): { type: string; workNo: unknown; content: unknown; generated: unknown } | undefined {
  const event = answer.json?.['event'];
  if (typeof event !== 'object' || event === null) return undefined;
  const { eventType, workNo, content, eventGenTime } = event as Record<string, unknown>;
  return { type: String(eventType), workNo, content, generated: eventGenTime };
}

export function short(value: unknown): string {
  return ((JSON.stringify(value) as string | undefined) ?? 'nothing').slice(0, 80);
}
