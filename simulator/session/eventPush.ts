import { z } from 'zod';
import type { AgentEvent } from '../agentEvent.ts';
import { bodyOf, done } from '../answer.ts';
import type { Clock } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Timings } from '../timings.ts';
import type { CallBack } from './callBack.ts';
import { Poster } from './postJson.ts';

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
export class EventPush {
  readonly #here: EventPushOptions;
  readonly #poster: Poster;
  readonly #ended = new AbortController();
  #events: AgentEvent[] = [];
  #delivering = false;
  #closing = false;

  constructor(options: EventPushOptions) {
    this.#here = options;
    this.#poster = new Poster(options.callBack.url);
  }

  push(event: AgentEvent): void {
    if (this.#closing) return;
    this.#events.push(event);
    void this.#deliver();
  }

  /** Throws away what is waiting. */
  clear(): void {
    this.#events = [];
  }

  /** The last event is tried once, with what still waits; nothing is tried again. */
  end(lastEvent: AgentEvent | undefined): void {
    if (lastEvent !== undefined) this.push(lastEvent);
    this.#closing = true;
    if (!this.#delivering) this.close();
  }

  /** Gives up whatever is under way. */
  close(): void {
    this.#closing = true;
    this.#ended.abort();
    this.#poster.close();
  }

  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    // Events of the same moment go together.
    await Promise.resolve();
    while (this.#events.length > 0 && !this.#ended.signal.aborted) {
      const batch = this.#here.callBack.kind === 'list' ? [...this.#events] : this.#events.slice(0, 1);
      const isTaken = await this.#post(batch);
      if (isTaken) this.#events = this.#events.filter((event) => !batch.includes(event));
      else if (this.#closing) break;
      else await this.#pause();
    }
    this.#delivering = false;
    if (this.#closing) this.close();
  }

  async #post(batch: readonly AgentEvent[]): Promise<boolean> {
    const { callBack, guid, clock, timings } = this.#here;
    const slow = new AbortController();
    const cancel = clock.after(timings.pushAnswer, () => {
      slow.abort();
    });
    const headers = {
      'Content-Type': 'application/json; charset=UTF-8',
      Guid: guid(),
      ...(callBack.kind === 'list' ? { service_token: callBack.serviceToken } : {}),
    };
    const answer = await this.#poster.post(
      headers,
      JSON.stringify(this.#bodyOf(batch)),
      AbortSignal.any([slow.signal, this.#ended.signal]),
    );
    cancel();
    if (answer === undefined) return false;
    // The receivers of 2018 answer any 2xx, mostly without a body (protocol.md 1.1).
    return callBack.kind === 'single' || isTaken(answer);
  }

  #bodyOf(batch: readonly AgentEvent[]): Json {
    const [event] = batch;
    if (this.#here.callBack.kind === 'list' || event === undefined) {
      return { workNo: this.#here.agentId, eventList: batch.map((each) => ({ ...each })) };
    }
    return bodyOf({ ...done, event: withoutTime(event) });
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#here.clock.after(this.#here.timings.pushRetry, resolve);
      this.#ended.signal.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }
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
