import type { AgentEvent } from './agentEvent.ts';
import type { Json, JsonObject } from './json.ts';
import { messageOf, retcode } from './retcode.ts';
import type { Retcode } from './retcode.ts';

/** What an interface answers, before it is written down (protocol.md 0, 2.1). */
export interface Answer {
  readonly retcode: Retcode;
  readonly message: string;
  readonly result?: Json;
  /** A result that is written down already, in the place of `result`. */
  readonly resultText?: string;
  readonly event?: AgentEvent;
  /** The bare Guid; the header's `JSESSIONID=` is put before it when it is written. */
  readonly setGuid?: string;
}

/** Success without a result. The poll without an event is exactly this. */
export const done: Answer = { retcode: retcode.success, message: '' };

/** Success with a result. */
export function resulting(result: Json): Answer {
  return { ...done, result };
}

/** Success with a result that is written down already. */
export function resultingText(resultText: string): Answer {
  return { ...done, resultText };
}

/** A documented refusal. */
export function refused(code: Retcode): Answer {
  return { retcode: code, message: messageOf(code) };
}

/** The answer's body as it is sent. */
export function bodyTextOf(answer: Answer): string {
  const { message, retcode: code, resultText } = answer;
  if (resultText === undefined) return JSON.stringify(bodyOf(answer));
  return `{"message":${JSON.stringify(message)},"retcode":${JSON.stringify(code)},"result":${resultText}}`;
}

/** The answer's body, its keys in the order of the documents' samples; of a written result, what is not in it. */
export function bodyOf(answer: Answer): JsonObject {
  return {
    message: answer.message,
    retcode: answer.retcode,
    ...(answer.result === undefined ? {} : { result: answer.result }),
    ...(answer.event === undefined ? {} : { event: { ...answer.event } }),
  };
}
