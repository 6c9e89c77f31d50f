import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import type { CommandAnswer } from '../../../contract/commands.ts';
import { packed } from '../../../contract/packedRows.ts';
import type { RosterMessage } from '../../../contract/roster.ts';
import { socketCommandSchema, type SocketMessage } from '../../../contract/socket.ts';
import type { AppState } from '../../../contract/state.ts';

/** The policy that both hosts send; under it the page must work without a complaint. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the scripted application says; it can be changed while a page looks at it. */
export interface Script {
  state: AppState;
  snapshot: RosterMessage | null;
  answer: CommandAnswer;
}

export interface FaceServer {
  readonly address: string;
  /** The commands that came, in order. */
  readonly commands: readonly string[];
  play(script: Script): void;
  sendState(state: AppState): void;
  sendRoster(message: RosterMessage): void;
  /** Drops every page and takes no more, as a stopped host. */
  lose(): void;
  close(): Promise<void>;
}

/** How rows travel: as the hosts send them now, or as earlier builds expect them. */
export type RowsWay = 'packed' | 'plain';

/** Serves the built renderer on loopback with a scripted application behind its WebSocket. */
export async function serveFaces(folder: string, way: RowsWay = 'packed'): Promise<FaceServer> {
  let script: Script | null = null;
  let lost = false;
  const commands: string[] = [];
  const sockets = new Set<WebSocket>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, normalize(path === '/' ? '/index.html' : path));
    readFile(file).then(
      (body) => {
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
        });
        response.end(body);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  const acceptor = new WebSocketServer({ noServer: true });
  const send = (socket: WebSocket, message: SocketMessage): void => {
    socket.send(JSON.stringify(message));
  };
  const sendAll = (message: SocketMessage): void => {
    for (const socket of sockets) send(socket, message);
  };
  const partsOf = (message: RosterMessage): SocketMessage[] =>
    way === 'plain' ? [{ kind: 'roster', message }] : packed(message).map((part) => ({ kind: 'roster', message: part() }));
  server.on('upgrade', (request, socket, head) => {
    if (lost || request.url !== '/bridge') {
      socket.destroy();
      return;
    }
    acceptor.handleUpgrade(request, socket, head, (accepted) => {
      sockets.add(accepted);
      accepted.on('close', () => sockets.delete(accepted));
      accepted.on('message', (data) => {
        const command = socketCommandSchema.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''));
        commands.push(command.command);
        if (script === null) return;
        const watching = command.command === 'watchRoster' || command.command === 'watchAgents';
        send(accepted, { kind: 'answer', id: command.id, answer: watching ? { ok: true } : script.answer });
        const wants = watching && JSON.stringify(command.input) === '{"visible":true}';
        if (wants && script.snapshot !== null) for (const part of partsOf(script.snapshot)) send(accepted, part);
      });
      if (script !== null) send(accepted, { kind: 'state', state: script.state });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;

  return {
    address: `http://127.0.0.1:${String(port)}/`,
    commands,
    play: (next) => {
      script = next;
      lost = false;
    },
    sendState: (state) => {
      sendAll({ kind: 'state', state });
    },
    sendRoster: (message) => {
      partsOf(message).forEach(sendAll);
    },
    lose: () => {
      lost = true;
      for (const socket of sockets) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
