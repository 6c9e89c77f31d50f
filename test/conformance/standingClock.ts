import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import type { Clock, Simulator } from '../../simulator/index.ts';

/**
 * The time of a gateway and of its clients in one process. It stands while anything is on its way between them, and goes straight
 * to the next timer once all of them wait: minutes last as long as their requests do, however busy the machine is.
 */
export interface StandingClock {
  readonly gateway: Clock;
  readonly client: Clock;
  /** From now on requests that this simulator holds are waiting, too. */
  watch(simulator: Pick<Simulator, 'onRequest'>): void;
  close(): void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
  readonly isClients: boolean;
}

export function standingClock(): StandingClock {
  let now = Date.now();
  const timers = new Set<Timer>();
  const underWay = new Set<ClientRequest>();
  let held = 0;
  let isTurning = false;

  const onCreated = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof ClientRequest)) return;
    underWay.add(request);
    request.once('close', () => underWay.delete(request));
  };
  // Of the clients and of what the gateway itself calls back.
  subscribe('http.client.request.created', onCreated);

  /** Somebody waits, and nobody does anything else. A client that does something of its own, as to open a port, lets no time pass. */
  const allWait = (): boolean => underWay.size === held && (held > 0 || [...timers].some(({ isClients }) => isClients));

  function turn(): void {
    if (allWait()) {
      const [next] = [...timers].sort((one, other) => one.at - other.at);
      if (next !== undefined) {
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
    }
    isTurning = timers.size > 0;
    if (isTurning) setImmediate(turn);
  }

  const clockOf = (isClients: boolean): Clock => ({
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run, isClients };
      timers.add(timer);
      if (!isTurning) setImmediate(turn);
      isTurning = true;
      return () => timers.delete(timer);
    },
  });

  return {
    gateway: clockOf(false),
    client: clockOf(true),
    watch: (simulator) => {
      simulator.onRequest(({ answered }) => {
        held += 1;
        void answered.then(() => (held -= 1));
        return Promise.resolve();
      });
    },
    close: () => {
      unsubscribe('http.client.request.created', onCreated);
    },
  };
}
