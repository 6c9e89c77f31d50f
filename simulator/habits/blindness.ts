import type { Answer } from '../answer.ts';

/** Whether the details are asked for of the caller's own number. */
export function ofOwnNumber(logMethod: string, parameters: ReadonlyMap<string, string>): boolean {
  return logMethod === 'queryAgentInfoByWorkNo' && parameters.get('workNo') === parameters.get('agentid');
}

/** Details as of a gateway that does not know the CTI's number of a state. */
export function withoutCtiStatus(answer: Answer): Answer {
  const { result } = answer;
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return answer;
  return { ...answer, result: Object.fromEntries(Object.entries(result).filter(([name]) => name !== 'ctiStatus')) };
}
