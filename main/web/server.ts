import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Log } from '../ports/log.ts';
import type { Inspector } from '../app/inspector.ts';
import { http } from './nodeHttp.ts';
import { acceptedLanguages } from './acceptLanguage.ts';
import { createAccess } from './access.ts';
import type { FileOffers } from './fileOffers.ts';
import { securityHeaders } from './headers.ts';
import { refuse, type Pages } from './pages.ts';
import { attachSocket } from './socket.ts';

export interface WebServerOptions {
  readonly inspector: Inspector;
  readonly pages: Pages;
  readonly log: Log;
  /** 0 takes a free one. */
  readonly port: number;
  /** A fresh secret of 256 bits as text fit for a URL. */
  readonly token: () => string;
  /** Files that the page may fetch. */
  readonly files: FileOffers;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebServer {
  /** The link that opens Earshot, good for one browser. */
  readonly link: string;
  close(): Promise<void>;
}

/** A browser on this machine is quick; whoever sends a request drop by drop is none. Milliseconds and bytes. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} as const;

/** A few windows need a dozen; more are closed at once, so that no flood takes the files that a log or a gateway needs. */
const mostConnections = 256;

/** Of those, how many nobody has shown the cookie on; the oldest goes for a new one, so that slow ones cannot lock the page out. */
const mostStrangers = 128;

/** The renderer and its bridge for a browser on this machine: loopback only, one user. Rejects when the port is taken. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { inspector, log, pages } = options;
  let port = 0;
  const access = createAccess(() => port, options.token);

  const strangers = new Set<Socket>();

  function admitsOn({ headers, socket }: IncomingMessage): boolean {
    const admitted = access.admits(headers);
    if (admitted) strangers.delete(socket);
    return admitted;
  }

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(options.headers ?? securityHeaders)) response.setHeader(name, value);
    if (!access.rightHost(request.headers)) {
      refuse(response, 421, 'Earshot is not served under this name.');
      return;
    }
    if (access.fromElsewhere(request.headers)) {
      // Before the link is redeemed: a page that somehow knew it must not use it up.
      refuse(response, 403, 'Open Earshot by itself: put its link into the address bar.');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const given = request.method === 'GET' && url.pathname === '/' ? url.searchParams.get('start') : null;
    if (given !== null) {
      start(given, request, response);
      return;
    }
    if (!admitsOn(request)) {
      refuse(response, 403, 'Open Earshot by the link that it printed when it started.');
      return;
    }
    if (options.files.serve(request, response)) return;
    // The page itself, not its parts: whoever opens it is spoken to in their browser's language.
    if (url.pathname === '/') inspector.systemSpeaks(acceptedLanguages(request.headers['accept-language']));
    pages(request, response);
  }

  function start(given: string, request: IncomingMessage, response: ServerResponse): void {
    const cookie = access.redeem(given);
    if (cookie !== null) {
      response.setHeader('set-cookie', `${access.cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    } else if (!admitsOn(request)) {
      log.warn('start link used again');
      refuse(
        response,
        403,
        'This link was used already. Start Earshot again for a new one; if it was not you who used it, tell your administrator.',
      );
      return;
    }
    response.writeHead(303, { location: '/' }).end();
  }

  const server = http.createServer(limits, (request, response) => {
    try {
      onRequest(request, response);
    } catch (error) {
      log.warn('request failed', { why: error instanceof Error ? error.name : 'unknown' });
      if (!response.headersSent) refuse(response, 400, 'This request was not understood.');
    }
  });

  server.maxConnections = mostConnections;
  server.on('connection', (socket) => {
    strangers.add(socket);
    socket.once('close', () => strangers.delete(socket));
    const [oldest] = strangers;
    if (strangers.size > mostStrangers) oldest?.destroy();
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.url !== '/bridge' || !access.admitsSocket(request.headers)) {
      log.warn('page connection refused');
      // Closed at once: a half-open one would keep the server from ending.
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    strangers.delete(request.socket);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      attachSocket(opened, inspector, log);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  port = (server.address() as AddressInfo).port;

  return {
    link: `http://127.0.0.1:${String(port)}/?start=${access.startToken}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
