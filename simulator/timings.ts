/** Every duration of the simulator, in milliseconds. */
export interface Timings {
  /** AGENT_POLL_WAIT_TIMES × AGENT_POLL_WAIT_INTERVAL: how long a poll without an event is held. */
  readonly pollHold: number;
  /** A held poll looks for events only at multiples of this; 0: an event answers it at once. */
  readonly pollTick: number;
  /** GUIDINTERVAL: the age at which a Guid is renewed by the next poll's answer (AUTHMODE 2). */
  readonly guidInterval: number;
  /** GUIDTIMEOUT: the age at which a Guid stops being valid (AUTHMODE 2). */
  readonly guidTimeout: number;
  /** MAXTIME: an agent is signed out after so long without a poll. */
  readonly maxTime: number;
  /** How long a sign-in takes; another one of the same agent meanwhile gets 100-021. */
  readonly signIn: number;
  /** From the acceptance of a listen to AgentState_Busy. */
  readonly busy: number;
  /** From AgentState_Busy to AgentOther_PhoneAlerting. */
  readonly ring: number;
  /** How long the platform lets a phone ring. */
  readonly ringTimeout: number;
  /** How long a called customer, or a colleague without a client, lets the phone ring. */
  readonly customerAnswer: number;
  /** How long a call-back of push mode may take to answer. */
  readonly pushAnswer: number;
  /** How long the gateway waits before it calls back again who did not take the events. */
  readonly pushRetry: number;
  /** The query limit's window (protocol.md 0). */
  readonly queryWindow: number;
}

/** The documented values; where there are none, those of a brisk gateway. */
export const documentedTimings: Timings = {
  pollHold: 10_000,
  pollTick: 0,
  guidInterval: 60_000,
  guidTimeout: 120_000,
  maxTime: 120_000,
  signIn: 50,
  busy: 50,
  ring: 500,
  ringTimeout: 60_000,
  customerAnswer: 3_000,
  pushAnswer: 5_000,
  pushRetry: 1_000,
  queryWindow: 2_000,
};

/** The documented timings with these changes; throws on what no gateway can be set to. */
export function timingsOf(changes: Partial<Timings>): Timings {
  const timings = { ...documentedTimings, ...changes };
  for (const [name, value] of Object.entries(timings)) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`timings.${name} must be 0 or more, not ${String(value)}`);
  }
  // protocol.md 1.2
  if (timings.guidInterval >= timings.guidTimeout) throw new RangeError('timings.guidInterval must be below guidTimeout');
  return timings;
}
