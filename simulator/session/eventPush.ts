import { z } from 'zod';
import type { AgentEvent } from '../agentEvent.ts';
import { bodyOf, done } from '../answer.ts';
import type { Clock } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Timings } from '../timings.ts';
import type { CallBack } from './callBack.ts';
import { createPoster } from './postJson.ts';

/** The answer a call-back gives; the clients of 2018 write the retcode as a number. */
const taken = z.object({ retcode: z.union([z.literal('0'), z.literal(0)]) });

export interface EventPushOptions {
  readonly agentId: string;
  readonly callBack: CallBack;
  /** The session's present Guid, a header of the call-back (cec_07_1275). */
  readonly guid: () => string;
  readonly clock: Clock;
  readonly timings: Timings;
}

/**
 * The events waiting for an agent in push mode, and their delivery: one request at a time, the oldest events first
 * (protocol.md 2.1). What a gateway does with events that are not taken is not documented; here they wait and are
 * tried again, until the session ends.
 */
export interface EventPush {
  push(event: AgentEvent): void;
  /** Throws away what is waiting. */
  clear(): void;
  /** The last event is tried once, with what still waits; nothing is tried again. */
  end(lastEvent: AgentEvent | null): void;
  /** Gives up whatever is under way. */
  close(): void;
}

export function createEventPush({ agentId, callBack, guid, clock, timings }: EventPushOptions): EventPush {
  const poster = createPoster(callBack.url);
  const ended = new AbortController();
  let events: AgentEvent[] = [];
  let delivering = false;
  let closing = false;

  function push(event: AgentEvent): void {
    if (closing) return;
    events.push(event);
    void deliver();
  }

  function close(): void {
    closing = true;
    ended.abort();
    poster.close();
  }

  async function deliver(): Promise<void> {
    if (delivering) return;
    delivering = true;
    // Events of the same moment go together.
    await Promise.resolve();
    while (events.length > 0 && !ended.signal.aborted) {
      const batch = callBack.kind === 'list' ? [...events] : events.slice(0, 1);
      const isTaken = await post(batch);
      if (isTaken) events = events.filter((event) => !batch.includes(event));
      else if (isClosing()) break;
      else await pause();
    }
    delivering = false;
    if (isClosing()) close();
  }

  // Read through a function: the flag changes during an await, which control-flow narrowing does not see.
  function isClosing(): boolean {
    return closing;
  }

  async function post(batch: readonly AgentEvent[]): Promise<boolean> {
    const slow = new AbortController();
    const cancel = clock.after(timings.pushAnswer, () => {
      slow.abort();
    });
    const headers = {
      'Content-Type': 'application/json; charset=UTF-8',
      Guid: guid(),
      ...(callBack.kind === 'list' ? { service_token: callBack.serviceToken } : {}),
    };
    const answer = await poster.post(headers, JSON.stringify(bodyFor(batch)), AbortSignal.any([slow.signal, ended.signal]));
    cancel();
    if (answer === null) return false;
    // The receivers of 2018 answer any 2xx, mostly without a body (protocol.md 1.1).
    return callBack.kind === 'single' || isTaken(answer);
  }

  function bodyFor(batch: readonly AgentEvent[]): Json {
    const [event] = batch;
    if (callBack.kind === 'list' || event === undefined) return { workNo: agentId, eventList: batch.map((each) => ({ ...each })) };
    return bodyOf({ ...done, event: withoutTime(event) });
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(timings.pushRetry, resolve);
      ended.signal.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }

  return {
    push,
    clear: () => {
      events = [];
    },
    end: (lastEvent) => {
      if (lastEvent !== null) push(lastEvent);
      closing = true;
      if (!delivering) close();
    },
    close,
  };
}

/** The receivers of 2018 refuse an event with a field that they do not know. */
function withoutTime({ eventType, workNo, content }: AgentEvent): AgentEvent {
  return { eventType, workNo, content };
}

function isTaken(answer: string): boolean {
  try {
    return taken.safeParse(JSON.parse(answer)).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
