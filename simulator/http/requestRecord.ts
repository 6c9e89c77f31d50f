/** One request, as a test or a person wants to see it: no password, no Guid. */
export interface RequestRecord {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The documented log method name (addSupervise, getAgentEvent …); undefined when no interface was meant. */
  readonly interface: string | undefined;
  readonly agentId: string | undefined;
  readonly guidHeader: 'present' | 'missing';
  readonly contentType: string | undefined;
  readonly bodyLength: number;
  /** Undefined until the answer is written, and forever when the client hung up or a misbehaviour swallowed it. */
  readonly answer: AnsweredRecord | undefined;
}

export interface AnsweredRecord {
  readonly at: number;
  readonly httpStatus: number;
  /** Undefined when the answer was no gateway's answer (a misbehaviour, a page outside). */
  readonly retcode: string | undefined;
  /** The event type a poll delivered. */
  readonly event: string | undefined;
  readonly setGuid: boolean;
}

/** One line about an answered request, for people. */
export function requestLine(record: RequestRecord): string {
  const time = new Date(record.at).toISOString().slice(11, 23);
  const name = record.interface ?? 'unknown';
  const answer = record.answer;
  const outcome =
    answer === undefined
      ? 'no answer'
      : `${answer.retcode ?? `HTTP ${String(answer.httpStatus)}`}${answer.event === undefined ? '' : ` ${answer.event}`}`;
  return `${time} ${name} ${record.method} ${printable(record.path)} ${outcome}`;
}

/** Whether the record is of a poll that brought nothing: most lines of a log, and none of its news. */
export function isEmptyPoll(record: RequestRecord): boolean {
  const answer = record.answer;
  return record.interface === 'getAgentEvent' && (answer === undefined || (answer.retcode === '0' && answer.event === undefined));
}

function printable(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]/g, '?').slice(0, 200);
}
