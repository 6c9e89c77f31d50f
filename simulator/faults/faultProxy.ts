import { createServer, Socket } from 'node:net';
import type { Server } from 'node:net';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createClockScope } from '../clockScope.ts';
import type { ClockScope } from '../clockScope.ts';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { FaultConnection } from './faultConnection.ts';
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

/** Starts a TCP proxy that can be told to behave like a bad network; rejects when its port cannot be had. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const to = loopback(options.to);
  const at = loopback({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  const clock = createClockScope(options.clock ?? systemClock);
  const proxy = new FaultProxy(at.host, to, clock, options.random ?? seededRandom(1, jitterStream));
  await proxy.open(at.port);
  return proxy;
}

/** A stream of chance below every work number; 1 is the population's, 2 the Guids'. */
const jitterStream = 3;

/** A running proxy. Until told otherwise, one does not notice it. */
export class FaultProxy {
  readonly host: string;
  readonly #to: Address;
  readonly #clock: ClockScope;
  readonly #random: Random;
  readonly #connections = new Set<FaultConnection>();
  #port = 0;
  #faults = noFaults;
  #server: Server | undefined;
  #isClosed = false;
  /** Opening and closing of the port, one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(host: string, to: Address, clock: ClockScope, random: Random) {
    this.host = host;
    this.#to = to;
    this.#clock = clock;
    this.#random = random;
  }

  get port(): number {
    return this.#port;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** How many connections are open. */
  get connections(): number {
    return this.#connections.size;
  }

  /**
   * Changes these faults and leaves the others, for connections that are open and those to come. All is in force at
   * once but `refuse`, for which there is the promise: it rejects when the port was taken by another meanwhile.
   */
  set(change: FaultsChange): Promise<void> {
    this.#faults = changedFaults(this.#faults, change);
    for (const connection of [...this.#connections]) connection.change(this.#faults);
    return this.#inTurn(() => this.#openOrShut());
  }

  /** Takes every fault back. */
  clear(): Promise<void> {
    return this.set(noFaults);
  }

  /** Resets (RST) every open connection. */
  reset(): void {
    for (const connection of [...this.#connections]) connection.reset();
  }

  /** Ends everything; a second time changes nothing. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#clock.close();
    this.reset();
    await this.#inTurn(() => this.#openOrShut());
  }

  /** Listens; for `startFaultProxy` only. */
  async open(port: number): Promise<void> {
    this.#port = port;
    await this.#inTurn(() => this.#openOrShut());
  }

  #inTurn(what: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(what);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #openOrShut(): Promise<void> {
    const shallListen = !this.#isClosed && !this.#faults.refuse;
    if (shallListen && this.#server === undefined) {
      const server = createServer({ allowHalfOpen: true }, (client) => {
        this.#accept(client);
      });
      this.#port = await listenOn(server, this.host, this.#port);
      this.#server = server;
    } else if (!shallListen && this.#server !== undefined) {
      // The port is shut at once; the callback would wait for the connections, which stay.
      this.#server.close();
      this.#server = undefined;
    }
  }

  #accept(client: Socket): void {
    // Closed, or refusing, between the kernel's acceptance and ours.
    if (this.#isClosed || this.#faults.refuse) {
      client.resetAndDestroy();
      return;
    }
    const server = new Socket({ allowHalfOpen: true });
    const connection = new FaultConnection({
      client,
      server,
      connect: () => server.connect(this.#to.port, this.#to.host),
      clock: this.#clock,
      random: this.#random,
      faults: this.#faults,
      over: () => this.#connections.delete(connection),
    });
    this.#connections.add(connection);
  }
}
