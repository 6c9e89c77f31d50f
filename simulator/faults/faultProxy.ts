import { createServer, Socket } from 'node:net';
import type { Server } from 'node:net';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createClockScope } from '../clockScope.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { createFaultConnection } from './faultConnection.ts';
import type { FaultConnection } from './faultConnection.ts';
import { listenOn } from '../http/listenOn.ts';
import { changedFaults, noFaults } from './faults.ts';
import type { Faults, FaultsChange } from './faults.ts';
import { loopback } from './loopback.ts';
import type { Address } from './loopback.ts';

export interface FaultProxyOptions {
  /** Where the connections go: a place on this machine. */
  readonly to: Address;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** A loopback address to listen on; 127.0.0.1. */
  readonly host?: string;
  /** Draws the jitter. */
  readonly random?: Random;
  readonly clock?: Clock;
}

/** A stream of chance below every work number; 1 is the population's, 2 the Guids'. */
const jitterStream = 3;

/** A running proxy. Until told otherwise, one does not notice it. */
export interface FaultProxy {
  readonly host: string;
  readonly port: number;
  readonly faults: Faults;
  /** How many connections are open. */
  readonly connections: number;
  /**
   * Changes these faults and leaves the others, for connections that are open and those to come. All is in force at
   * once but `refuse`, for which there is the promise: it rejects when the port was taken by another meanwhile.
   */
  set(change: FaultsChange): Promise<void>;
  /** Takes every fault back. */
  clear(): Promise<void>;
  /** Resets (RST) every open connection. */
  reset(): void;
  /** Ends everything; a second time changes nothing. */
  close(): Promise<void>;
}

/** Starts a TCP proxy that can be told to behave like a bad network; rejects when its port cannot be had. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const to = loopback(options.to);
  const { host, port: wanted } = loopback({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  const clock = createClockScope(options.clock ?? systemClock);
  const random = options.random ?? seededRandom(1, jitterStream);
  const connections = new Set<FaultConnection>();
  let port = wanted;
  let faults = noFaults;
  let listening: Server | null = null;
  let isClosed = false;
  /** Opening and closing of the port, one after the other. */
  let turn: Promise<void> = Promise.resolve();

  function set(change: FaultsChange): Promise<void> {
    faults = changedFaults(faults, change);
    for (const connection of [...connections]) connection.change(faults);
    return openOrShutInTurn();
  }

  function reset(): void {
    for (const connection of [...connections]) connection.reset();
  }

  function openOrShutInTurn(): Promise<void> {
    const done = turn.then(openOrShut);
    turn = done.catch(() => undefined);
    return done;
  }

  async function openOrShut(): Promise<void> {
    const shallListen = !isClosed && !faults.refuse;
    if (shallListen && listening === null) {
      const server = createServer({ allowHalfOpen: true }, accept);
      port = await listenOn(server, host, port);
      listening = server;
    } else if (!shallListen && listening !== null) {
      // The port is shut at once; the callback would wait for the connections, which stay.
      listening.close();
      listening = null;
    }
  }

  function accept(client: Socket): void {
    // Closed, or refusing, between the kernel's acceptance and ours.
    if (isClosed || faults.refuse) {
      client.resetAndDestroy();
      return;
    }
    const server = new Socket({ allowHalfOpen: true });
    const connection = createFaultConnection({
      client,
      server,
      connect: () => server.connect(to.port, to.host),
      clock,
      random,
      faults,
      over: () => connections.delete(connection),
    });
    connections.add(connection);
  }

  await openOrShutInTurn();
  return {
    host,
    get port() {
      return port;
    },
    get faults() {
      return faults;
    },
    get connections() {
      return connections.size;
    },
    set,
    clear: () => set(noFaults),
    reset,
    close: async () => {
      isClosed = true;
      clock.close();
      reset();
      await openOrShutInTurn();
    },
  };
}
