import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Faults, LineFaults } from './faults.ts';
import { createLine } from './line.ts';
import type { Line, SourceEnd } from './line.ts';

export interface FaultConnectionOptions {
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
export interface FaultConnection {
  change(faults: Faults): void;
  /** Resets both sides, whatever the link. */
  reset(): void;
}

export function createFaultConnection(options: FaultConnectionOptions): FaultConnection {
  const { client, server, clock, random, connect, over } = options;
  let { faults } = options;
  let isConnecting = false;
  const toServer = direct('client', client, server, faults.toServer);
  const toClient = direct('server', server, client, faults.toClient);
  const directions = [toServer, toClient];
  wire(toServer, toClient);
  wire(toClient, toServer);
  change(faults);

  function change(next: Faults): void {
    faults = next;
    const isUp = faults.link === 'up';
    // Without a link the client's attempt to connect does not arrive either.
    if (isUp && !isConnecting) {
      isConnecting = true;
      connect();
    }
    toServer.line.change(faults.toServer);
    toClient.line.change(faults.toClient);
    for (const { line } of directions) line.setUp(isUp);
  }

  function direct(whose: Direction['whose'], source: Socket, target: Socket, its: LineFaults): Direction {
    const end = {
      write: (bytes: Buffer) => target.destroyed || target.write(bytes),
      end: (how: SourceEnd) => {
        if (how === 'finished') target.end();
        else if (!target.destroyed) target.resetAndDestroy();
        settle();
      },
      cut: () => {
        source.destroy();
        target.destroySoon();
      },
      hasRoom: () => {
        source.resume();
      },
    };
    return { whose, source, target, line: createLine({ clock, random, end, faults: its }), isBlind: false, sourceHasEnded: false };
  }

  function wire(direction: Direction, back: Direction): void {
    const { source, line } = direction;
    const ended = (how: SourceEnd): void => {
      if (!direction.sourceHasEnded && !swallows(direction)) line.finish(how);
      direction.sourceHasEnded = true;
      settle();
    };
    source.setNoDelay(true);
    source.on('data', (bytes) => {
      if (swallows(direction)) return;
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

  function swallows(direction: Direction): boolean {
    direction.isBlind ||= faults.halfOpen === direction.whose;
    return direction.isBlind;
  }

  /** Closes what nobody can need any more: a side that has ended, of which the other is closed with nothing left for it. */
  function settle(): void {
    for (const { source, target, line, isBlind } of directions) {
      const back = source === client ? toClient : toServer;
      if (source.destroyed && back.sourceHasEnded && (line.isOver() || isBlind)) target.destroy();
    }
    if (client.destroyed && server.destroyed) over();
  }

  return {
    change,
    reset: () => {
      for (const { line, source } of directions) {
        line.close();
        if (!source.destroyed) source.resetAndDestroy();
      }
    },
  };
}
