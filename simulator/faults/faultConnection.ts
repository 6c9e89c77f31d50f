import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Faults } from './faults.ts';
import { Line } from './line.ts';
import type { SourceEnd } from './line.ts';

export interface ConnectionOptions {
  /** Accepted from the client; allowHalfOpen. */
  readonly client: Socket;
  /** Not connected yet; allowHalfOpen. */
  readonly server: Socket;
  /** Connects `server`. */
  readonly connect: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: Faults;
  /** Both sockets are closed. */
  readonly over: () => void;
}

interface Direction {
  readonly whose: 'client' | 'server';
  readonly source: Socket;
  readonly target: Socket;
  readonly line: Line;
  /** Bytes have been swallowed: nothing may follow them. */
  isBlind: boolean;
  sourceHasEnded: boolean;
}

/** One connection through the proxy: two sockets, a line from each to the other. */
export class FaultConnection {
  readonly #here: ConnectionOptions;
  readonly #toServer: Direction;
  readonly #toClient: Direction;
  #faults: Faults;
  #isConnecting = false;

  constructor(options: ConnectionOptions) {
    const { client, server, faults } = options;
    this.#here = options;
    this.#faults = faults;
    this.#toServer = this.#direct('client', client, server, faults.toServer);
    this.#toClient = this.#direct('server', server, client, faults.toClient);
    this.#wire(this.#toServer, this.#toClient);
    this.#wire(this.#toClient, this.#toServer);
    this.change(faults);
  }

  change(faults: Faults): void {
    this.#faults = faults;
    const isUp = faults.link === 'up';
    // Without a link the client's attempt to connect does not arrive either.
    if (isUp && !this.#isConnecting) {
      this.#isConnecting = true;
      this.#here.connect();
    }
    this.#toServer.line.change(faults.toServer);
    this.#toClient.line.change(faults.toClient);
    for (const { line } of [this.#toServer, this.#toClient]) line.setUp(isUp);
  }

  /** Resets both sides, whatever the link. */
  reset(): void {
    for (const { line, source } of [this.#toServer, this.#toClient]) {
      line.close();
      if (!source.destroyed) source.resetAndDestroy();
    }
  }

  #direct(whose: Direction['whose'], source: Socket, target: Socket, faults: Faults['toServer']): Direction {
    const { clock, random } = this.#here;
    const end = {
      write: (bytes: Buffer) => target.destroyed || target.write(bytes),
      end: (how: SourceEnd) => {
        if (how === 'finished') target.end();
        else if (!target.destroyed) target.resetAndDestroy();
        this.#settle();
      },
      cut: () => {
        source.destroy();
        target.destroySoon();
      },
      hasRoom: () => {
        source.resume();
      },
    };
    return { whose, source, target, line: new Line({ clock, random, end, faults }), isBlind: false, sourceHasEnded: false };
  }

  #wire(direction: Direction, back: Direction): void {
    const { source, line } = direction;
    const ended = (how: SourceEnd): void => {
      if (!direction.sourceHasEnded && !this.#swallows(direction)) line.finish(how);
      direction.sourceHasEnded = true;
      this.#settle();
    };
    source.setNoDelay(true);
    source.on('data', (bytes) => {
      if (this.#swallows(direction)) return;
      line.push(bytes);
      if (line.isFull()) source.pause();
    });
    source.on('drain', () => {
      back.line.resume();
    });
    source.on('end', () => {
      ended('finished');
    });
    // Its 'close' follows, which says the same.
    source.on('error', () => undefined);
    source.on('close', () => {
      back.line.close();
      ended('reset');
    });
  }

  #swallows(direction: Direction): boolean {
    direction.isBlind ||= this.#faults.halfOpen === direction.whose;
    return direction.isBlind;
  }

  /** Closes what nobody can need any more: a side that has ended, of which the other is closed with nothing left for it. */
  #settle(): void {
    for (const { source, target, line, isBlind } of [this.#toServer, this.#toClient]) {
      const back = source === this.#toServer.source ? this.#toClient : this.#toServer;
      if (source.destroyed && back.sourceHasEnded && (line.isOver || isBlind)) target.destroy();
    }
    if (this.#here.client.destroyed && this.#here.server.destroyed) this.#here.over();
  }
}
